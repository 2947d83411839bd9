import type { CacheStore, FlowRequest, RuntimeOptions } from '@signup-actions/runtime-core';
import { createRuntime } from '@signup-actions/runtime-core/internal';
import type { Event, Shape } from '@signup-actions/types';
import { assertOptions } from '../input/assert-options.ts';
import { createMockEvent } from '../events/create-mock-event.ts';
import { clockOf, toCacheStore, type CacheSeed } from '../mock/create-mock-cache.ts';
import { DiagnosticsError } from '../mock/diagnostics-error.ts';
import { isStrictByDefault } from '../mock/strict.ts';
import { keepCallSite } from '../watch/call-sites.ts';
import { findCertainMistakes } from '../watch/find-certain-mistakes.ts';
import { watchForLateWork } from '../watch/late-work.ts';
import { isDebugged, macrotask, realDelay } from '../watch/real-time.ts';
import { createRecording, recordOutput } from '../watch/record-output.ts';
import { finishWithinTest } from '../watch/unfinished-flows.ts';
import { watchOutcome } from '../watch/unseen-outcomes.ts';
import { toEngineAction, type TestAction } from './test-action.ts';
import { toTestOutcome, type TestOutcome } from './test-outcome.ts';

/** Options of `runAction()` and `runFlow()`: the engine's, and a few of the kit. */
export interface RunOptions
  extends Omit<RuntimeOptions, 'cache' | 'callSite' | 'onCall'>, Pick<FlowRequest, 'signal'> {
  /** What the cache holds at the start, a mock cache to share with other runs, or any store; empty by default. */
  readonly cache?: CacheSeed | CacheStore | undefined;
  /** Whether the run rejects if there is a diagnostic; by default, only a test that overlooks a certain mistake fails. */
  readonly strict?: boolean | undefined;
  /** Milliseconds of real time to wait for late work, for Actions that leave timers or I/O behind; 0 by default. */
  readonly waitMs?: number | undefined;
}

const optionNames: Readonly<Record<keyof RunOptions, true>> = {
  cache: true,
  clock: true,
  limits: true,
  onDiagnostic: true,
  pendingMetadata: true,
  signal: true,
  strict: true,
  timer: true,
  waitMs: true,
};

/**
 * Runs Actions in order through the engine, as one flow. Handlers are named after their function; anonymous
 * ones and those named after the entry point become `action 1`, `action 2` and so on. An Action without
 * secrets and configuration of its own has the event's.
 *
 * Resolves one turn of the event loop after the flow, and rejects with a `LateWorkError` if an Action has
 * called its api late by then: the platform loses such work (F8).
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
): Promise<TestOutcome> {
  assertOptions('run the flow', options, optionNames);
  const { secrets, configuration } = event;
  const bound = actions.map((action, index) => ({
    secrets,
    configuration,
    ...toEngineAction(action, `action ${index + 1}`),
  }));
  const { strict = isStrictByDefault(), waitMs, signal, ...rest } = options;
  const cache = options.cache && toCacheStore<CacheStore>(options.cache, options);
  const clock = options.clock ?? clockOf(cache);
  // While a debugger is attached, a flow has no time limit.
  const timer = options.timer ?? (isDebugged() ? () => () => {} : undefined);
  const watch = watchForLateWork(options.onDiagnostic);
  const runtime = createRuntime({
    ...rest,
    cache,
    clock,
    timer,
    onCall: keepCallSite,
    onDiagnostic: watch.onDiagnostic,
  });
  const output = createRecording();
  return finishWithinTest(
    output,
    signal,
    (cutOff) => recordOutput(output, () => runtime.run({ event, actions: bound, signal: cutOff })),
    async (found, hasTestEnded) => {
      const outcome = toTestOutcome(found, event, bound, output);
      await macrotask();
      if (waitMs !== undefined) await realDelay(waitMs);
      // The test has failed for it.
      if (hasTestEnded()) return new Promise<never>(() => {});
      watch.end();
      if (strict && outcome.diagnostics.length > 0) throw new DiagnosticsError(outcome.diagnostics);
      return watchOutcome(outcome, () =>
        // With `strict: false`, a test says that it expects diagnostics.
        options.strict === false ? [] : findCertainMistakes(outcome, event, bound),
      );
    },
  );
}

/** An event as a handler needs it: with the secrets that its shape declares; everything else may be absent. */
export type EventFor<S extends Shape> = S extends { readonly secrets: object } ? Event<S> : Event;

/**
 * Runs one Action through the engine: its api is sealed once its handler has settled, as on the platform.
 *
 * @example
 * ```ts
 * const outcome = await runAction(blockDisposable, createMockEvent({ client: undefined }));
 * expect(outcome).toHaveAllowed();
 * ```
 */
export const runAction = <S extends Shape = Shape>(
  action: TestAction<S>,
  ...[event, options]: RunArguments<S>
): Promise<TestOutcome> => runFlow([action as TestAction], event, options);

/** The event may be left out unless the handler needs secrets. */
type RunArguments<S extends Shape> = S extends { readonly secrets: object }
  ? [event: EventFor<S>, options?: RunOptions]
  : [event?: EventFor<S>, options?: RunOptions];
