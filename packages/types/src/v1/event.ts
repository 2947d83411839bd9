import type { V1Deny } from './result.ts';
import type { V1User } from './user.ts';

/**
 * What a version 1 Action is told about a signup.
 *
 * @deprecated Use `Event` from `@signup-actions/types`.
 */
export interface V1Event {
  /** What an earlier Action decided; absent when none did. Source: version 1 of the trigger. */
  readonly command?: V1Deny | undefined;
  /** The connection that the user is about to be created in. Source: version 1 of the trigger. */
  readonly connection: V1Connection;
  /** The tenant that the signup is for. Source: version 1 of the trigger. */
  readonly tenant: V1Tenant;
  /** The request that brought the signup. Source: version 1 of the trigger. */
  readonly request: V1Request;
  /** The language that the browser asks for; absent when it asks for none. Source: version 1 of the trigger. */
  readonly requestLanguage?: string | undefined;
  /** The language of the page that the person sees; absent when there is none. Source: version 1 of the trigger. */
  readonly renderLanguage?: string | undefined;
  /** The user who is about to be created. Source: version 1 of the trigger. */
  readonly user: V1User;
}

/**
 * The connection, in version 1.
 *
 * @deprecated Use `EventConnection` from `@signup-actions/types`.
 */
export interface V1Connection {
  /** The connection's id; can be absent. Source: version 1 of the trigger. */
  readonly id?: string | undefined;
  /** The connection's name; can be absent. Source: version 1 of the trigger. */
  readonly name?: string | undefined;
}

/**
 * The tenant, in version 1.
 *
 * @deprecated Use `EventTenant` from `@signup-actions/types`.
 */
export interface V1Tenant {
  /** The tenant's name. Source: version 1 of the trigger. */
  readonly id: string;
}

/**
 * The request, in version 1: open, what else it carries is not written down.
 *
 * @deprecated Use `EventRequest` from `@signup-actions/types`.
 */
export interface V1Request {
  /** What else the request carries. Source: version 1 of the trigger. */
  readonly [name: string]: any;
  /** The IP address that the request came from. Source: version 1 of the trigger. */
  readonly ip: string;
  /** The language that the browser asks for; absent when it asks for none. Source: version 1 of the trigger. */
  readonly language?: string | undefined;
}
