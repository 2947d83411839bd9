import {
  createRuntime,
  toOutcome,
  type Outcome,
  type SignupEvent,
} from '@signup-actions/runtime-core';
import type { SignupActionsOptions, SignupRequest } from './options.ts';

/** Runs the flow of a signup whose event may not be made. Never rejects. */
export type Decide = (toEvent: () => SignupEvent, request: SignupRequest) => Promise<Outcome>;

/** Creates the function that decides on signups. Throws if the options do not say which Actions run. */
export function createDecide(options: SignupActionsOptions): Decide {
  const run = toRun(options);
  return async (toEvent, request) => {
    try {
      const event = toEvent();
      const outcome = await run(options.toEvent?.(event, request) ?? event, request);
      return isOutcome(outcome) ? outcome : fail('`decide` returned no outcome');
    } catch (thrown) {
      return fail(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
}

function toRun(
  options: SignupActionsOptions,
): (event: SignupEvent, request: SignupRequest) => Promise<Outcome> {
  if ('decide' in options && typeof options.decide === 'function') return options.decide;
  if ('actions' in options && Array.isArray(options.actions)) {
    const { actions, ...runtimeOptions } = options;
    const runtime = createRuntime(runtimeOptions);
    return (event) => runtime.run({ event, actions });
  }
  throw new TypeError(
    'Failed to create the plugin: it needs the option `actions` or `decide` but received neither.\n' +
      'Pass `actions: []` if no Action is to run yet.',
  );
}

const statuses: ReadonlySet<unknown> = new Set(['allowed', 'denied', 'invalid', 'failed']);

const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'object' && value !== null && statuses.has((value as Outcome).status);

/** An error that no Action caused: the signup is refused (F13). */
const fail = (message: string): Outcome =>
  toOutcome({
    signup: undefined,
    calls: [],
    executions: [],
    failure: { kind: 'platform_error', error: { name: 'Error', message } },
    secrets: [],
  });
