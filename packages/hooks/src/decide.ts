import {
  createRuntime,
  type Action,
  type Outcome,
  type RuntimeOptions,
} from '@signup-actions/runtime-core';
import { toUnstored } from '@signup-actions/runtime-core/internal';
import type { HookCodec } from './codec.ts';
import { storeChanges, type HookStores, type PendingUser } from './store-changes.ts';
import { untilAborted } from './until-aborted.ts';

/** What decides on the signups of a platform. */
export interface DecideOptions {
  /** The Actions, in binding order. */
  readonly actions: readonly Action[];
  /** Options of the engine, such as `cache` and `onDiagnostic`. */
  readonly runtime?: RuntimeOptions;
  /** Where to store metadata and user ids; by default nowhere, so an Action that sets them fails the signup. */
  readonly store?: HookStores;
  /** Id of the tenant, which the cache belongs to; by default what the platform sends, or its name. */
  readonly tenant?: string;
  /**
   * Whether Actions run for users of other identity providers, such as Google. Auth0 does not run the trigger for them,
   * so by default they are allowed without running any Action.
   */
  readonly externalUsers?: 'allow' | 'run';
  /** Called with each outcome, to log it. It is not waited for, and its errors are ignored. */
  readonly onOutcome?: (outcome: Outcome) => unknown;
}

/** Runs the Actions on what a platform sent, until `signal` aborts. Never rejects. */
export type Decide<Payload> = (read: () => Payload, signal: AbortSignal) => Promise<Outcome>;

/** The time that is left for storing and responding after the longest flow, in milliseconds. */
export const responseMs = 500;

/** A day: no platform waits as long, and a timer of the system cannot be much longer. */
const maxTimeoutMs = 86_400_000;

/** Returns the milliseconds that a flow may take. */
export const flowTimeoutOf = (
  { flowTimeoutMs }: { readonly flowTimeoutMs: number },
  { runtime }: DecideOptions,
): number => Math.min(runtime?.limits?.flowTimeoutMs ?? flowTimeoutMs, maxTimeoutMs);

/** Creates what decides on the signups of a platform. */
export function createDecide<Payload>(
  codec: HookCodec<Payload>,
  options: DecideOptions,
): Decide<Payload> {
  const { actions, tenant, externalUsers = 'allow', onOutcome } = options;
  const limits = { ...options.runtime?.limits, flowTimeoutMs: flowTimeoutOf(codec, options) };
  const runtime = createRuntime({ ...options.runtime, limits });
  const store = (
    ran: Outcome,
    { key, event }: Pick<PendingUser, 'event' | 'key'>,
    signal: AbortSignal,
  ): Promise<Outcome> =>
    untilAborted(
      storeChanges(ran, options.store ?? {}, { platform: codec.name, key, event }),
      signal,
      () => (ran.status === 'allowed' ? toUnstored(ran, storeTimeout) : ran),
    );
  return async (read, signal) => {
    const signup = attempt(() => {
      const payload = read();
      const event = codec.toEvent(payload);
      return {
        event: tenant === undefined ? event : { ...event, tenant: { id: tenant } },
        key: codec.toUserKey(payload),
        runs: externalUsers === 'run' || !codec.isExternal(payload),
      };
    });
    const ran = await runtime.run({
      actions: signup.value?.runs === false ? [] : actions,
      signal,
      // The engine reads it: what cannot be read fails the flow (F13).
      get event() {
        if (signup.value) return signup.value.event;
        throw signup.error;
      },
    });
    const outcome = signup.value ? await store(ran, signup.value, signal) : ran;
    callQuietly(onOutcome, outcome);
    return outcome;
  };
}

const storeTimeout = {
  name: 'TimeoutError',
  message: 'Failed to store what the Actions set: time ran out.',
};

/** Calls a function of the host without waiting for it. Nothing that it does changes the decision. */
export function callQuietly<Value>(
  callback: ((value: Value) => unknown) | undefined,
  value: Value,
): void {
  void (async () => callback?.(value))().catch(() => {});
}

type Attempt<Value> =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: unknown };

function attempt<Value>(run: () => Value): Attempt<Value> {
  try {
    return { value: run() };
  } catch (error) {
    return { error };
  }
}
