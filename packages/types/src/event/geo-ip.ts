/** Where the request's IP address is registered. Any part is absent when the address does not tell it. */
export interface GeoIp {
  /** The city, in English; absent when unknown. Source: the event reference. */
  readonly cityName?: string | undefined;
  /** The continent in two letters, such as `EU`; absent when unknown. Source: the event reference. */
  readonly continentCode?: string | undefined;
  /** The country in two letters (ISO 3166-1), such as `PT`; absent when unknown. Source: the event reference. */
  readonly countryCode?: string | undefined;
  /** The country in three letters (ISO 3166-1), such as `PRT`; absent when unknown. Source: the event reference. */
  readonly countryCode3?: string | undefined;
  /** The country, in English; absent when unknown. Source: the event reference. */
  readonly countryName?: string | undefined;
  /** Degrees north of the equator, negative to the south; absent when unknown. Source: the event reference. */
  readonly latitude?: number | undefined;
  /** Degrees east of Greenwich, negative to the west; absent when unknown. Source: the event reference. */
  readonly longitude?: number | undefined;
  /** The state, province or district in short, such as `WA`; absent when unknown. Source: the event reference. */
  readonly subdivisionCode?: string | undefined;
  /** The state, province or district, in English; absent when unknown. Source: the event reference. */
  readonly subdivisionName?: string | undefined;
  /** The time zone by its IANA name, such as `Europe/Lisbon`; absent when unknown. Source: the event reference. */
  readonly timeZone?: string | undefined;
}
