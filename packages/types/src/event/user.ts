import type { Declared, PlainShape, Shape } from '../shape.ts';

/** Metadata that nothing is declared of. */
export interface PlainMetadata {
  readonly [key: string]: any;
}

/**
 * The person who signs up. There is no `user_id`, `email_verified` or `created_at`: the user does not
 * exist yet. Every field can be absent, depending on what the connection asks for.
 */
export interface EventUser<out S extends Shape = PlainShape> {
  /** What applications keep about the user, out of the user's reach. */
  readonly app_metadata?: Declared<S, 'appMetadata', PlainMetadata>;
  /** What the user may see and edit, as the signup brought it. */
  readonly user_metadata?: Declared<S, 'userMetadata', PlainMetadata>;
  /** E-mail address; absent on connections that identify by username or phone alone. */
  readonly email?: string;
  /** Username; only on connections that ask for one. */
  readonly username?: string;
  /** Phone number with its country code; only on connections that ask for one. */
  readonly phone_number?: string;
  /** Full name. */
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly nickname?: string;
  /** Address of a picture. */
  readonly picture?: string;
}
