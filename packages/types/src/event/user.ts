import type { OpenRecord } from '../open-record.ts';
import type { Declared, Shape } from '../shape.ts';

/**
 * The user as the signup describes them. They do not exist yet: there is no `user_id`, no
 * `email_verified`, no `identities`, no `created_at` and no password. Which properties are there depends
 * on the connection and on what the form asks for.
 */
export interface EventUser<out S extends Shape = Shape> {
  /** The e-mail address; absent when people sign up by phone number or name alone. Source: the event reference. */
  readonly email?: string | undefined;
  /** The name to log in with; absent unless the connection asks for one. Source: the event reference. */
  readonly username?: string | undefined;
  /** The phone number; absent unless the connection asks for one. Source: the event reference. */
  readonly phone_number?: string | undefined;
  /** The full name; absent unless the signup brings it. Source: the event reference. */
  readonly name?: string | undefined;
  /** The first name; absent unless the signup brings it. Source: the event reference. */
  readonly given_name?: string | undefined;
  /** The last name; absent unless the signup brings it. Source: the event reference. */
  readonly family_name?: string | undefined;
  /** The name to be called by; absent unless the signup brings it. Source: the event reference. */
  readonly nickname?: string | undefined;
  /** The URL of a picture; absent unless the signup brings it. Source: the event reference. */
  readonly picture?: string | undefined;
  /**
   * What the signup brings for the tenant alone to edit; absent when it brings nothing. Calls of
   * `api.user.setAppMetadata` do not show here (M1). Source: the event reference.
   */
  readonly app_metadata?: Declared<S, 'appMetadata', OpenRecord> | undefined;
  /**
   * What the signup brings for the user to edit, at most 10 properties, whose names have up to 100
   * characters and whose values are texts of up to 500; absent when it brings nothing. Calls of
   * `api.user.setUserMetadata` do not show here (M1). Source: the event reference.
   */
  readonly user_metadata?: Declared<S, 'userMetadata', OpenRecord> | undefined;
}
