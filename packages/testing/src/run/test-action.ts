import type { Action, Diagnostic } from '@signup-actions/runtime-core';
import { describe, diagnosticMessages, handlerName } from '@signup-actions/runtime-core/internal';
import type {
  PreUserRegistrationAction,
  PreUserRegistrationModule,
  Shape,
} from '@signup-actions/types';

/** An Action as a test has it: a handler, a module that exports one, or a handler with its name and settings. */
export type TestAction<S extends Shape = Shape> =
  | Action
  | PreUserRegistrationAction<S>
  | PreUserRegistrationModule<S>;

/**
 * The Action that the engine runs. It is named after its function. `unnamed` is for anonymous functions and
 * those that are named after the entry point: CommonJS handlers are anonymous and ESM ones are not, and both
 * get the same name.
 */
export function toEngineAction(action: TestAction, unnamed: string): Action {
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
    `Failed to run the flow: an Action must be a handler, a module that exports ${handlerName}, or { name, handler } but received ${describe(action)}.\nDid you import the right file?`,
  );
}

/**
 * A diagnostic for each Action whose handler is not an `async function`: the platform rejects such a handler when
 * it is deployed, the engine accepts any function.
 */
export const findSyncHandlers = (actions: readonly Action[]): readonly Diagnostic[] =>
  actions.filter(({ handler }) => !isAsync(handler) && !isMock(handler)).map(toDiagnostic);

/** By brand, which a handler of a runner's sandbox has too. */
const isAsync = (handler: unknown): boolean =>
  Object.prototype.toString.call(handler) === '[object AsyncFunction]';

/** Whether it is a mock function of a runner, which no platform runs. */
const isMock = (handler: object): boolean => 'mock' in handler;

const toDiagnostic = ({ name }: Action): Diagnostic =>
  Object.freeze({
    code: 'handler-not-async',
    message: diagnosticMessages['handler-not-async']('', name),
    action: name,
  });
