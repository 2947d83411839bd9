import type { OpenRecord } from '../shape.ts';

/**
 * The tenant that the signup is for.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventTenant {
  /** The tenant's name, which is the first part of its canonical domain. */
  readonly id: string;
}

/**
 * The tenant's custom domain that the request used.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventCustomDomain {
  /** The domain, for example `login.example.com`. */
  readonly domain: string;
  /** Strings that the tenant has set on the domain; `{}` if there are none. */
  readonly domain_metadata: OpenRecord<string>;
}

/**
 * The connection in which the user is about to be created.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventConnection {
  /** The connection's id, for example `con_…`. */
  readonly id: string;
  /** The connection's name, for example `Username-Password-Authentication`. */
  readonly name: string;
  /**
   * The kind of connection. With `email` and `sms` the platform stores no metadata (M10), and only with
   * `auth0` a user id (U1).
   */
  readonly strategy: ConnectionStrategy;
  /** Strings that the tenant has set on the connection. Absent if there are none. */
  readonly metadata?: OpenRecord<string> | undefined;
}

/**
 * The kind of connection: `auth0` is a database with passwords or passkeys, `email` and `sms` are
 * passwordless. Any other string is accepted, because the platform may add more. The trigger does not run
 * for social and enterprise connections.
 */
export type ConnectionStrategy = 'auth0' | 'email' | 'sms' | (string & {});

/**
 * The application that the user signs up through.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventClient {
  /** The application's id. */
  readonly client_id: string;
  /** The application's name, as the dashboard shows it. */
  readonly name: string;
  /** Strings that the tenant has set on the application; `{}` if there are none. */
  readonly metadata: OpenRecord<string>;
  /**
   * The id of an application that registered itself from outside the tenant. Absent for the tenant's own
   * applications. Not in the event reference, but in the vendor's samples.
   */
  readonly external_client_id?: string | undefined;
  /**
   * How such an application describes itself, for example `cimd`. Absent for the tenant's own applications.
   * Not in the event reference, but in the vendor's samples.
   */
  readonly external_metadata_type?: string | undefined;
}
