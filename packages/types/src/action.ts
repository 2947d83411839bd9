import type { PreUserRegistrationAPI } from './api/api.ts';
import type { Event } from './event/event.ts';
import type { PlainShape, Shape } from './shape.ts';

/**
 * A handler: what an Action exports as `onExecutePreUserRegistration`. What it resolves to is ignored, so
 * `return api.access.deny(…)` is fine.
 *
 * @typeParam S - what the project knows of its tenant; see {@link Shape}.
 *
 * @example
 * ```ts
 * export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
 *   if (!event.user.email) return api.access.deny('no e-mail', 'Please give an e-mail address.');
 * };
 * ```
 */
export type PreUserRegistrationAction<S extends Shape = PlainShape> = Handler<S>['handler'];

// A method type, whose parameters are compared both ways: a handler written for declared shapes, or with
// the vendor's own types, is a handler. `any`, because `return api.access.deny(…)` is correct.
interface Handler<S extends Shape> {
  handler(event: Event<S>, api: PreUserRegistrationAPI<S>): Promise<any>;
}

/** The module of an Action. */
export interface PreUserRegistrationModule<S extends Shape = PlainShape> {
  readonly onExecutePreUserRegistration: PreUserRegistrationAction<S>;
  /** Typed by the vendor, and never called. */
  readonly onContinuePreUserRegistration?: PreUserRegistrationAction<S>;
}
