import {
  createRuntime,
  type Action,
  type Diagnostic,
  type Outcome,
  type RuntimeOptions,
} from '@signup-actions/runtime-core';
import type {
  Event,
  PreUserRegistrationAction,
  PreUserRegistrationModule,
} from '@signup-actions/types';
import { createMockEvent } from './create-mock-event.ts';
import { LateWorkError } from './late-work-error.ts';
import { macrotask } from './macrotask.ts';

/** An Action as a test has it: the handler, the module that exports it, or either with its settings. */
export type TestAction = Action | PreUserRegistrationAction | PreUserRegistrationModule;

/** How a test wants its flows run: the engine's own options. */
export type RunOptions = Omit<RuntimeOptions, 'callSite'>;

/**
 * Runs Actions in order through the engine, as one flow. Functions are named after themselves; an Action
 * without secrets and configuration of its own has the event's. Answers one turn of the event loop after the
 * flow, and rejects when an Action still called its api by then: such work is lost on the platform (F8).
 *
 * @example
 * ```ts
 * const outcome = await runFlow([blockDisposable, tagPlan], createMockEvent());
 * expect(outcome).toHaveDenied();
 * ```
 */
export async function runFlow(
  actions: readonly TestAction[],
  event: Event = createMockEvent(),
  options: RunOptions = {},
): Promise<Outcome> {
  const { secrets, configuration } = event;
  const bound = actions.map((action, index) => ({
    secrets,
    configuration,
    ...toAction(action, `action ${index + 1}`),
  }));
  const late: Diagnostic[] = [];
  const onDiagnostic = (diagnostic: Diagnostic): void => {
    if (diagnostic.code === 'late-call') late.push(diagnostic);
    options.onDiagnostic?.(diagnostic);
  };
  const outcome = await createRuntime({ ...options, onDiagnostic }).run({ event, actions: bound });
  await macrotask();
  if (late.length > 0) throw new LateWorkError(late);
  return outcome;
}

/** Runs one Action through the engine: sealed once its handler has settled, as on the platform. */
export const runAction = (
  action: TestAction,
  event?: Event,
  options?: RunOptions,
): Promise<Outcome> => runFlow([action], event, options);

function toAction(action: TestAction, unnamed: string): Action {
  if (typeof action === 'function') return { name: action.name || unnamed, handler: action };
  if ('handler' in action) return action;
  const handler = action.onExecutePreUserRegistration;
  if (typeof handler !== 'function') {
    throw new TypeError(
      'Failed to run the flow: an Action is a handler, a module that exports onExecutePreUserRegistration, or { name, handler }.\nPass one of these; did you import the right file?',
    );
  }
  return { name: handler.name || unnamed, handler };
}
