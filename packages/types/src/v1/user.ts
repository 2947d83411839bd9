/**
 * The user as the signup describes them, in version 1. Not read-only: it may be edited and returned.
 *
 * @deprecated Use `EventUser` from `@signup-actions/types`.
 */
export interface V1User {
  /** The name to log in with; can be absent. Source: version 1 of the trigger. */
  username?: string | undefined;
  /** The e-mail address; can be absent. Source: version 1 of the trigger. */
  email?: string | undefined;
  /** Whether the e-mail address is known to be theirs; can be absent. Source: version 1 of the trigger. */
  emailVerified?: boolean | undefined;
  /** The password as it was typed; absent on passwordless connections. Source: version 1 of the trigger. */
  password?: string | undefined;
  /** The phone number; can be absent. Source: version 1 of the trigger. */
  phoneNumber?: string | undefined;
  /** Whether the phone number is known to be theirs; can be absent. Source: version 1 of the trigger. */
  phoneNumberVerified?: boolean | undefined;
  /** The tenant's name; can be absent. Source: version 1 of the trigger. */
  tenant?: string | undefined;
  /** What the signup brings for the tenant alone to edit; can be absent. Source: version 1 of the trigger. */
  app_metadata?: Record<string, any> | undefined;
  /** What the signup brings for the user to edit; can be absent. Source: version 1 of the trigger. */
  user_metadata?: Record<string, any> | undefined;
}
