import type { Declared, OpenRecord, Shape } from '../shape.ts';

/**
 * The HTTP request that started the signup.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventRequest<out S extends Shape = Shape> {
  /**
   * The fields of the POST body; `{}` if there are none. A custom field of the signup page arrives as
   * `ulp-<name>`, with a hyphen. This is what the client sent: nothing has validated it.
   */
  readonly body: Declared<S, 'body', OpenRecord>;
  /** The place where the IP address is registered. */
  readonly geoip: GeoIp;
  /** The IP address (version 4 or 6) that the request came from, for example `203.0.113.7`. */
  readonly ip: string;
  /** The HTTP method, for example `POST`. */
  readonly method: string;
  /** The host name that the request was sent to, for example `login.example.com`. Absent if unknown. */
  readonly hostname?: string | undefined;
  /** The language that the browser asks for, for example `en`. Absent if it asks for none. */
  readonly language?: string | undefined;
  /** The `User-Agent` header. Absent if the client sent none. */
  readonly user_agent?: string | undefined;
}

/**
 * The place where the request's IP address is registered. Every property is absent if the address does not
 * reveal it.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface GeoIp {
  /** The city, in English, for example `Lisbon`. */
  readonly cityName?: string | undefined;
  /** The continent as two letters, for example `EU`. */
  readonly continentCode?: string | undefined;
  /** The country as two letters (ISO 3166-1), for example `PT`. */
  readonly countryCode?: string | undefined;
  /** The country as three letters (ISO 3166-1), for example `PRT`. */
  readonly countryCode3?: string | undefined;
  /** The country, in English, for example `Portugal`. */
  readonly countryName?: string | undefined;
  /** Degrees north of the equator, for example `38.72`; negative to the south. */
  readonly latitude?: number | undefined;
  /** Degrees east of Greenwich, for example `-9.14`; negative to the west. */
  readonly longitude?: number | undefined;
  /** The code of the state, province or district, for example `WA`. */
  readonly subdivisionCode?: string | undefined;
  /** The state, province or district, in English, for example `Washington`. */
  readonly subdivisionName?: string | undefined;
  /** The IANA name of the time zone, for example `Europe/Lisbon`. */
  readonly timeZone?: string | undefined;
}

/**
 * Fingerprints of the TLS connection that carried the request. They hint at the client's software.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventSecurityContext {
  /** The JA3 fingerprint of the TLS handshake. Can be absent, `null` or empty. */
  readonly ja3?: string | null | undefined;
  /** The JA4 fingerprint of the TLS handshake. Can be absent, `null` or empty. */
  readonly ja4?: string | null | undefined;
}
