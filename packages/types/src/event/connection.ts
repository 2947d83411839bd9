import type { OpenRecord } from '../open-record.ts';

/**
 * What kind of connection: `auth0` is a database with passwords or passkeys, `email` and `sms` are
 * passwordless. Other texts are admitted, for what the platform adds; the trigger does not run for social
 * and enterprise connections.
 */
export type ConnectionStrategy = 'auth0' | 'email' | 'sms' | (string & {});

/** The connection that the user is about to be created in. */
export interface EventConnection {
  /** The connection's id, such as `con_…`. Source: the event reference. */
  readonly id: string;
  /** The connection's name. Source: the event reference. */
  readonly name: string;
  /**
   * What kind of connection it is. Metadata is not stored for `email` and `sms` (M10), and a user id only
   * for `auth0` (U1). Source: the event reference.
   */
  readonly strategy: ConnectionStrategy;
  /** Texts that the tenant has set on the connection; absent when there are none. Source: the event reference. */
  readonly metadata?: OpenRecord<string> | undefined;
}
