/**
 * The types of version 1 of the trigger, for a codebase that is moving to version 2.
 *
 * @deprecated Use the main entry, `@signup-actions/types`.
 * @packageDocumentation
 */
export type { V1Connection, V1Event, V1Request, V1Tenant } from './v1/event.ts';
export type { V1Context, V1Handler } from './v1/handler.ts';
export type { V1Deny, V1Result, V1UserChanges } from './v1/result.ts';
export type { V1User } from './v1/user.ts';
