import {
  createRuntime,
  type CacheStore,
  type Diagnostic,
  type FlowRequest,
  type Outcome,
  type RuntimeOptions,
} from '@signup-actions/runtime-core';
import type { Event, Shape } from '@signup-actions/types';
import type { CacheSeed } from '../mock/create-mock-cache.ts';
import { createMockEvent } from '../events/create-mock-event.ts';
import { DiagnosticsError } from '../mock/diagnostics-error.ts';
import { LateWorkError } from './late-work-error.ts';
import { keepLateWork } from './late-work.ts';
import { macrotask } from './macrotask.ts';
import { realDelay } from './real-delay.ts';
import { reportSyncHandlers } from './report-sync-handlers.ts';
import { clockOf, takeCache } from '../mock/take-cache.ts';
import { toAction, type TestAction } from './to-action.ts';

/** How a test wants its flows run: the engine's options, and a few of the kit's. */
export interface RunOptions
  extends Omit<RuntimeOptions, 'cache' | 'callSite'>, Pick<FlowRequest, 'signal'> {
  /** What the cache holds at the start, a mock cache to share with other runs, or any store; empty by default. */
  readonly cache?: CacheSeed | CacheStore | undefined;
  /** Whether the run rejects where there is a diagnostic; not by default. */
  readonly strict?: boolean | undefined;
  /** Real milliseconds to wait for late work, for Actions that leave timers or I/O behind; none by default. */
  readonly waitMs?: number | undefined;
}

/**
 * Runs Actions in order through the engine, as one flow. Functions are named after themselves, or `action 1`, `action 2`
 * and so on where all that they have is the name of the entry point; an Action without secrets and configuration of its own has the event's. Answers one turn of the event loop after the
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
  const { strict, waitMs, signal, ...rest } = options;
  const cache = options.cache && takeCache<CacheStore>(options.cache, options);
  const clock = options.clock ?? clockOf(cache);
  const watch = watchForLateWork(options.onDiagnostic);
  const runtime = createRuntime({ ...rest, cache, clock, onDiagnostic: watch.onDiagnostic });
  const outcome = reportSyncHandlers(await runtime.run({ event, actions: bound, signal }), bound);
  await macrotask();
  if (waitMs !== undefined) await realDelay(waitMs);
  watch.end();
  if (strict && outcome.diagnostics.length > 0) throw new DiagnosticsError(outcome.diagnostics);
  return outcome;
}

/** An event as a handler needs it: with the secrets that its shape declares; anything else may be absent. */
export type EventFor<S extends Shape> = S extends { readonly secrets: object } ? Event<S> : Event;

/**
 * Runs one Action through the engine: sealed once its handler has settled, as on the platform.
 *
 * @example
 * ```ts
 * const outcome = await runAction(blockDisposable, createMockEvent({ client: undefined }));
 * expect(outcome).toHaveAllowed();
 * ```
 */
export const runAction = <S extends Shape = Shape>(
  action: TestAction<S>,
  event?: EventFor<S>,
  options?: RunOptions,
): Promise<Outcome> => runFlow([action as TestAction], event, options);

/** Hears late calls: until the end they reject the run, afterwards they fail the test that is running then. */
function watchForLateWork(tell: RunOptions['onDiagnostic'] = () => {}): {
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
  readonly end: () => void;
} {
  const late: Diagnostic[] = [];
  let isOver = false;
  return {
    onDiagnostic(diagnostic) {
      tell(diagnostic);
      if (diagnostic.code !== 'late-call') return;
      if (isOver) keepLateWork(new LateWorkError([diagnostic]));
      else late.push(diagnostic);
    },
    end() {
      isOver = true;
      if (late.length > 0) throw new LateWorkError(late);
    },
  };
}
