import {
  createRuntime,
  type Outcome,
  type Runtime,
  type RuntimeOptions,
} from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction, Secrets } from '@signup-actions/types';

/** A signup with universal login. */
export const event = createMockEvent();

export const idle: PreUserRegistrationAction = async () => {};
export const deny: PreUserRegistrationAction = async (_event, api) =>
  api.access.deny('reason', 'message');
export const never: PreUserRegistrationAction = () => new Promise(() => {});

/** Options of a new runtime, or a runtime, and what else a flow gets. */
export interface TestRunOptions extends RuntimeOptions {
  readonly runtime?: Runtime;
  /** Need not be an event. */
  readonly event?: unknown;
  /** The secrets of every Action. */
  readonly secrets?: Secrets;
  readonly signal?: AbortSignal;
}

/** Runs handlers as Actions with the names of their keys. */
export const run = (
  handlers: Readonly<Record<string, PreUserRegistrationAction>>,
  options: TestRunOptions = {},
): Promise<Outcome> => {
  const { runtime, secrets = {}, signal, event: signup = event, ...runtimeOptions } = options;
  return (runtime ?? createRuntime(runtimeOptions)).run({
    event: signup as never,
    actions: Object.entries(handlers).map(([name, handler]) => ({ name, handler, secrets })),
    signal,
  });
};

/** Runs a request that the types do not allow. */
export const runUntyped = (signup: unknown, actions: unknown): Promise<Outcome> =>
  createRuntime().run({ event: signup as never, actions: actions as never });

export const statusesOf = ({ executions }: Outcome): readonly string[] =>
  executions.map(({ status }) => status);
