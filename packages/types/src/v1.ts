/**
 * The types of version 1 of the trigger, for code that is moving to version 2.
 *
 * @deprecated Use the main entry, `@signup-actions/types`.
 * @packageDocumentation
 */

/**
 * The handler of a version 1 Action, which is the `module.exports` of its file. The value it resolves to is
 * the decision; `undefined` allows the registration without changes.
 *
 * @deprecated Export `onExecutePreUserRegistration`, typed as `PreUserRegistrationAction` from
 * `@signup-actions/types`, and call the api instead of returning a result.
 *
 * @example
 * ```ts
 * const handler: V1Handler = async (event) => {
 *   if (!event.user.email) {
 *     return { command: { type: 'deny', reason: 'no address', message: 'Please give an address.' } };
 *   }
 * };
 * ```
 */
export type V1Handler = {
  // The type of a method, as in version 2: a handler may type its parameters by hand.
  handler(event: V1Event, context: V1Context): Promise<V1Result | undefined | void>;
}['handler'];

/**
 * The second argument of a version 1 handler.
 *
 * @deprecated Use `event.secrets` of version 2.
 */
export interface V1Context {
  /** The Action's secrets by name; `{}` if it has none. */
  readonly secrets: { readonly [name: string]: string };
}

/**
 * The event that a version 1 Action receives.
 *
 * @deprecated Use `Event` from `@signup-actions/types`.
 */
export interface V1Event {
  /** The decision of an earlier Action. Absent if none has decided. */
  readonly command?: V1Deny | undefined;
  /** The connection in which the user is about to be created. */
  readonly connection: V1Connection;
  /** The tenant that the signup is for. */
  readonly tenant: V1Tenant;
  /** The HTTP request that started the signup. */
  readonly request: V1Request;
  /** The language that the browser asks for, for example `en`. Absent if it asks for none. */
  readonly requestLanguage?: string | undefined;
  /** The language of the page that the user sees, for example `en`. Absent if there is no page. */
  readonly renderLanguage?: string | undefined;
  /** The user who is about to be created. */
  readonly user: V1User;
}

/**
 * The connection in version 1. Every property can be absent.
 *
 * @deprecated Use `EventConnection` from `@signup-actions/types`.
 */
export interface V1Connection {
  /** The connection's id, for example `con_…`. */
  readonly id?: string | undefined;
  /** The connection's name, for example `Username-Password-Authentication`. */
  readonly name?: string | undefined;
}

/**
 * The tenant in version 1.
 *
 * @deprecated Use `EventTenant` from `@signup-actions/types`.
 */
export interface V1Tenant {
  /** The tenant's name. */
  readonly id: string;
}

/**
 * The request in version 1. Open, because its other properties are not documented.
 *
 * @deprecated Use `EventRequest` from `@signup-actions/types`.
 */
export interface V1Request {
  /** Any other property of the request. */
  readonly [name: string]: any;
  /** The IP address that the request came from, for example `203.0.113.7`. */
  readonly ip: string;
  /** The language that the browser asks for, for example `en`. Absent if it asks for none. */
  readonly language?: string | undefined;
}

/**
 * The user in version 1, as the signup describes them. Not read-only: the handler may edit and return it.
 * Every property can be absent.
 *
 * @deprecated Use `EventUser` from `@signup-actions/types`.
 */
export interface V1User {
  /** The name to log in with, for example `ada`. */
  username?: string | undefined;
  /** The email address, for example `ada@example.com`. */
  email?: string | undefined;
  /** Whether the email address is verified. */
  emailVerified?: boolean | undefined;
  /** The password in plain text. Absent on passwordless connections. */
  password?: string | undefined;
  /** The phone number, for example `+12025550123`. */
  phoneNumber?: string | undefined;
  /** Whether the phone number is verified. */
  phoneNumberVerified?: boolean | undefined;
  /** The tenant's name. */
  tenant?: string | undefined;
  /** The metadata from the signup that only the tenant can edit. */
  app_metadata?: Record<string, any> | undefined;
  /** The metadata from the signup that the user can edit. */
  user_metadata?: Record<string, any> | undefined;
}

/**
 * The value that a version 1 handler resolves to.
 *
 * @deprecated Call the api of version 2 instead.
 */
export interface V1Result {
  /** A refusal of the registration. Absent if the registration is allowed. */
  command?: V1Deny | undefined;
  /** The changes to store with the user. Absent if there are none. */
  user?: V1UserChanges | undefined;
}

/**
 * A refusal in version 1.
 *
 * @deprecated Call `api.access.deny` of version 2 instead.
 */
export interface V1Deny {
  /** Marks the result as a refusal. */
  type: 'deny';
  /** The reason, for the tenant log. */
  reason: string;
  /** The message for the user. */
  message: string;
}

/**
 * The changes to store with the user in version 1. Open, so that the event's user can be returned.
 *
 * @deprecated Call `api.user` of version 2 instead.
 */
export interface V1UserChanges {
  /** Any other property of the user, which is not stored. */
  [name: string]: any;
  /** The properties of `app_metadata` to set. Absent if they do not change. */
  app_metadata?: Record<string, any> | undefined;
  /** The properties of `user_metadata` to set. Absent if they do not change. */
  user_metadata?: Record<string, any> | undefined;
}
