import type { PreUserRegistrationAPI } from './api/api.ts';
import type { Event } from './event/event.ts';
import type { Shape } from './shape.ts';

/**
 * The handler of an Action: an `async` function, which the platform requires. The value it resolves to is
 * ignored, so `return api.access.deny(…)` is fine. If the handler throws or rejects, the flow fails (F6).
 *
 * This is the type of a method, because TypeScript compares a method's parameters in both directions. So it
 * also accepts a handler that is typed with the vendor's types or with another shape.
 *
 * @example
 * ```ts
 * export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
 *   if (!event.transaction) return api.access.deny('not the signup page', 'Please sign up on our site.');
 * };
 * ```
 */
export type PreUserRegistrationAction<S extends Shape = Shape> = {
  // `any`: a handler may resolve to any value, and `Promise<void>` would reject a returned api.
  handler(event: Event<S>, api: PreUserRegistrationAPI<S>): Promise<any>;
}['handler'];

/** The exports of an Action's module. */
export interface PreUserRegistrationModule<S extends Shape = Shape> {
  /** Runs when a user is about to be created (F1). */
  readonly onExecutePreUserRegistration: PreUserRegistrationAction<S>;
  /** Part of the vendor's types, but never called in this trigger. Absent in most modules. */
  readonly onContinuePreUserRegistration?: PreUserRegistrationAction<S> | undefined;
}
