import type { PreUserRegistrationAPI } from './api/api.ts';
import type { Event } from './event/event.ts';
import type { Shape } from './shape.ts';

/**
 * The handler of an Action, which the platform wants to be an `async` function. What it resolves to is
 * ignored, so `return api.access.deny(…)` is fine; when it throws or rejects the flow fails (F6).
 *
 * It is the type of a method, whose parameters compare both ways: so a handler written with the vendor's
 * types, or with another shape, is taken too.
 *
 * @example
 * ```ts
 * export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
 *   if (!event.transaction) return api.access.deny('not the signup page', 'Please sign up on our site.');
 * };
 * ```
 */
export type PreUserRegistrationAction<S extends Shape = Shape> = {
  // `any`: a handler may resolve to whatever it likes, and `Promise<void>` would refuse the api.
  handler(event: Event<S>, api: PreUserRegistrationAPI<S>): Promise<any>;
}['handler'];

/** What the module of an Action exports. */
export interface PreUserRegistrationModule<S extends Shape = Shape> {
  /** Runs when a user is about to be created. Source: F1. */
  readonly onExecutePreUserRegistration: PreUserRegistrationAction<S>;
  /** Typed by the vendor, and never called in this trigger. Absent in most modules. Source: the vendor's types. */
  readonly onContinuePreUserRegistration?: PreUserRegistrationAction<S> | undefined;
}
