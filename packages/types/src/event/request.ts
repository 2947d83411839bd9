import type { OpenRecord } from '../open-record.ts';
import type { Declared, Shape } from '../shape.ts';
import type { GeoIp } from './geo-ip.ts';

/** The HTTP request that brought the signup. */
export interface EventRequest<out S extends Shape = Shape> {
  /**
   * The fields that were posted; `{}` when there are none. What a custom field of the signup page holds
   * arrives as `ulp-<name>`, with a hyphen. Nothing in it has been checked: it is what the client sent.
   * Source: the event reference.
   */
  readonly body: Declared<S, 'body', OpenRecord>;
  /** Where the IP address is registered; parts are absent when unknown. Source: the event reference. */
  readonly geoip: GeoIp;
  /** The IP address, version 4 or 6, that the request came from. Source: the event reference. */
  readonly ip: string;
  /** The HTTP method, such as `POST`. Source: the event reference. */
  readonly method: string;
  /** The host name that the request was made to; absent when it is not known. Source: the event reference. */
  readonly hostname?: string | undefined;
  /** The language that the browser asks for, such as `en`; absent when it asks for none. Source: the event reference. */
  readonly language?: string | undefined;
  /** The `User-Agent` header; absent when none was sent. Source: the event reference. */
  readonly user_agent?: string | undefined;
}
