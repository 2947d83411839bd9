import {
  defaultLimits,
  type Outcome,
  type SignupEvent,
  type Timer,
} from '@signup-actions/runtime-core';
import type { Log } from './create-log.ts';
import type { Metrics } from './create-metrics.ts';
import { createFlowQueue } from './create-flow-queue.ts';
import { failOutcome } from './fail-outcome.ts';
import {
  startFlowProcess,
  type FlowProcess,
  type FlowProcessOptions,
} from './start-flow-process.ts';
import { systemTimer } from './system-timer.ts';

/** Decides on signups in a separate process, with a second one ready in case that the first ends. */
export interface Flows {
  /** Never rejects: an error is a failed outcome, so the signup is refused. */
  readonly decide: (event: SignupEvent) => Promise<Outcome>;
  /** Whether a process is ready. */
  readonly canDecide: () => boolean;
  readonly close: () => void;
}

/** Options of {@link startFlows}. */
export interface FlowsOptions extends Pick<FlowProcessOptions, 'folder' | 'secrets'> {
  /** Receives what Actions print and what they did too late. */
  readonly log: Log;
  readonly metrics: Metrics;
  /** The address of a Redis that keeps the cache for several servers. By default, each process keeps its own. */
  readonly cacheUrl?: string;
  /** The limit of the heap. Memory outside the heap may be as large again. Default: 256. */
  readonly maxMemoryMb?: number;
  /**
   * Milliseconds after which a process that has not decided is killed. Default: a second more than a flow may take,
   * for Actions that block the flow's own timer.
   */
  readonly maxReplyMs?: number;
  /**
   * Milliseconds after which a process that does not start a signup is killed: one of its Actions loops. The signups
   * that it has not started go to the spare process. Default: 5,000.
   */
  readonly maxStartMs?: number;
  /** By default the system's timer. */
  readonly timer?: Timer;
}

/** The pause after a process could not read its Actions. It doubles with each attempt. */
const firstPauseMs = 500;
const maxPauseMs = 30_000;

/** Keeps two processes with the Actions of a tenant running. Rejects if the Actions cannot be read at the start. */
export async function startFlows({
  log,
  metrics,
  cacheUrl = '',
  maxMemoryMb = 256,
  maxReplyMs = defaultLimits.flowTimeoutMs + 1_000,
  maxStartMs = 5_000,
  timer = systemTimer,
  ...task
}: FlowsOptions): Promise<Flows> {
  /** Those that are ready. The first one decides, and the other is spare. */
  const processes: FlowProcess[] = [];
  const all = new Set<FlowProcess>();
  /** Whether the last process that was started could read its Actions. */
  let isReadable = true;
  const closing = new AbortController();
  const isClosed = (): boolean => closing.signal.aborted;
  const { ask, dispatch } = createFlowQueue(() => {
    if (isClosed()) return 'the server stops';
    return processes[0] ?? (isReadable ? undefined : 'it cannot read its Actions');
  });

  const options: FlowProcessOptions = {
    ...task,
    cacheUrl,
    maxMemoryMb,
    maxReplyMs,
    maxStartMs,
    timer,
    onFree: dispatch,
    onLine: (text) => log({ type: 'printed' }, { text }),
    onDiagnostic(diagnostic) {
      metrics.countDiagnostic(diagnostic);
      const { code, action = '', message } = diagnostic;
      log({ type: 'diagnostic' }, { code, action, message });
    },
  };
  /** Keeps one process running until the end. Calls `onFirst` with whether the first one was ready. */
  const keepOne = async (onFirst: (isReady: boolean) => void): Promise<void> => {
    for (let pauseMs = firstPauseMs; !isClosed();) {
      const process = startFlowProcess(options);
      all.add(process);
      const isReady = await process.ready;
      isReadable = isReady;
      if (isReady) processes.push(process);
      onFirst(isReady);
      dispatch();
      await process.ended;
      all.delete(process);
      if (isReady) processes.splice(processes.indexOf(process), 1);
      if (!isClosed()) metrics.countCrash();
      dispatch();
      if (!isReady) await new Promise<void>((resolve) => void timer(resolve, pauseMs));
      pauseMs = isReady ? firstPauseMs : Math.min(maxPauseMs, 2 * pauseMs);
    }
  };
  const close = (): void => {
    closing.abort();
    for (const process of all) process.kill();
    dispatch();
  };

  const { promise: first, resolve: onFirst } = Promise.withResolvers<boolean>();
  void keepOne(onFirst);
  if (!(await first)) {
    close();
    throw new Error('The Actions of the tenant cannot be read. The log has the reason.');
  }
  void keepOne(() => {});
  return {
    decide: async (event) =>
      // A process that ended before any Action of the signup started has left no trace of it.
      (await ask(event)) ??
      (await ask(event)) ??
      failOutcome('it ended twice before an Action started'),
    canDecide: () => processes.length > 0,
    close,
  };
}
