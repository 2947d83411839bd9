import type { Declared, PlainShape, Shape } from '../shape.ts';

/** The request that the person's browser or an API client made. */
export interface EventRequest<out S extends Shape = PlainShape> {
  /** Fields of the POST body; custom inputs of the signup page are keyed `ulp-<name>`. */
  readonly body: Declared<S, 'body', { readonly [field: string]: any }>;
  /** Where the IP address is; each field is absent when it is not known. */
  readonly geoip: EventGeoip;
  /** IP address, version 4 or 6. */
  readonly ip: string;
  /** HTTP method. */
  readonly method: string;
  /** Host that was asked. */
  readonly hostname?: string;
  /** Language that the browser prefers. */
  readonly language?: string;
  readonly user_agent?: string;
}

/** Where an IP address is, as far as it is known. */
export interface EventGeoip {
  readonly cityName?: string;
  /** Two letters. */
  readonly continentCode?: string;
  /** Two letters, ISO 3166-1. */
  readonly countryCode?: string;
  /** Three letters, ISO 3166-1. */
  readonly countryCode3?: string;
  readonly countryName?: string;
  /** Degrees, north positive. */
  readonly latitude?: number;
  /** Degrees, east positive. */
  readonly longitude?: number;
  readonly subdivisionCode?: string;
  readonly subdivisionName?: string;
  /** Name in the IANA database, such as `Europe/Lisbon`. */
  readonly timeZone?: string;
}

/** Fingerprints of the TLS handshake; each can be absent, null or empty. */
export interface EventSecurityContext {
  readonly ja3?: string | null;
  readonly ja4?: string | null;
}
