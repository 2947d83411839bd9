import type { Declared, OpenRecord, Shape } from '../shape.ts';

/**
 * The user as the signup describes them. The user does not exist yet, so there is no `user_id`,
 * `email_verified`, `identities`, `created_at` or password. Every property is absent unless the signup
 * provides it, which depends on the connection and on the form.
 *
 * @see {@link https://auth0.com/docs/actions/reference/pre-user-registration/pre-user-registration-event-object | Event object}
 */
export interface EventUser<out S extends Shape = Shape> {
  /** The email address, for example `ada@example.com`. Absent if users sign up by phone or username only. */
  readonly email?: string | undefined;
  /** The name to log in with, for example `ada`. Absent unless the connection asks for one. */
  readonly username?: string | undefined;
  /** The phone number, for example `+12025550123`. Absent unless the connection asks for one. */
  readonly phone_number?: string | undefined;
  /** The full name, for example `Ada Lovelace`. */
  readonly name?: string | undefined;
  /** The first name, for example `Ada`. */
  readonly given_name?: string | undefined;
  /** The last name, for example `Lovelace`. */
  readonly family_name?: string | undefined;
  /** The name that the user wants to be called by, for example `ada`. */
  readonly nickname?: string | undefined;
  /** The URL of a picture. */
  readonly picture?: string | undefined;
  /**
   * The metadata from the signup that only the tenant can edit. Calls to `api.user.setAppMetadata` do not
   * change it (M1).
   */
  readonly app_metadata?: Declared<S, 'appMetadata', OpenRecord> | undefined;
  /**
   * The metadata from the signup that the user can edit: at most 10 properties, with names of up to 100
   * characters and string values of up to 500. Calls to `api.user.setUserMetadata` do not change it (M1).
   */
  readonly user_metadata?: Declared<S, 'userMetadata', OpenRecord> | undefined;
}
