import type { Action } from '@signup-actions/runtime-core';
import { handlerName } from '@signup-actions/runtime-core/internal';
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

/**
 * The Action that the engine runs. Functions are named after themselves, but for those that have the name of
 * the entry point, as every Action has; and so that an Action has one name in CommonJS, where it has none.
 */
export function toAction(action: TestAction, unnamed: string): Action {
  const toNamed = (handler: PreUserRegistrationAction): Action => {
    const name = handler.name === handlerName ? '' : handler.name;
    return { name: name || unnamed, handler };
  };
  if (typeof action === 'function') return toNamed(action);
  if (typeof action === 'object' && action !== null) {
    if ('handler' in action) return action;
    if (typeof action[handlerName] === 'function') return toNamed(action[handlerName]);
  }
  throw new TypeError(
    `Failed to run the flow: an Action is a handler, a module that exports ${handlerName}, or { name, handler }.\nPass one of these; did you import the right file?`,
  );
}
