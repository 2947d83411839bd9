import type { Action } from '@signup-actions/runtime-core';
import type {
  PreUserRegistrationAction,
  PreUserRegistrationModule,
  Shape,
} from '@signup-actions/types';

/** An Action as a test has it: the handler, the module that exports it, or either with its settings. */
export type TestAction<S extends Shape = Shape> =
  | Action
  | PreUserRegistrationAction<S>
  | PreUserRegistrationModule<S>;

/** The Action that the engine runs; functions are named after themselves. */
export function toAction(action: TestAction, unnamed: string): Action {
  if (typeof action === 'function') return { name: action.name || unnamed, handler: action };
  if (typeof action === 'object' && action !== null) {
    if ('handler' in action) return action;
    const handler = action.onExecutePreUserRegistration;
    if (typeof handler === 'function') return { name: handler.name || unnamed, handler };
  }
  throw new TypeError(
    'Failed to run the flow: an Action is a handler, a module that exports onExecutePreUserRegistration, or { name, handler }.\nPass one of these; did you import the right file?',
  );
}
