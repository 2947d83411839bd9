import type { CacheEntries, LoadedAction } from '@signup-actions/workbench';
import { findFatalFinding, type FatalFinding } from '../check/find-fatal-finding.ts';
import type { PlaygroundState } from '../state/playground-state.ts';
import { toNetwork } from '../state/to-network.ts';
import { toEvent } from '../state/to-event.ts';
import { toActions, toJob, type WorkerJob } from './flow-job.ts';
import { runInWorker, type Running, type WorkerRun } from './run-in-worker.ts';
import { toStartCache } from './start-cache.ts';
import { haveTypeScript, transpileActions } from './transpile-actions.ts';

/** What one signup of the table led to. */
export interface SignupRun {
  /** The flow that ran, or why none did. */
  readonly flow: FlowRun | FatalFinding;
  /** The cache before and after. */
  readonly before: CacheEntries;
  readonly after: CacheEntries;
  /** When it signed up by the clock of the table, in milliseconds since the epoch. */
  readonly time: number;
}

/** A flow that ran in a worker. */
export interface FlowRun {
  readonly job: WorkerJob;
  readonly run: WorkerRun;
}

/** What is left when the signups before have run: their cache, and how far the clock is ahead of the real one. */
export interface TableState {
  readonly cache: CacheEntries;
  readonly clockOffsetMs: number;
}

/** The Actions that run, or why none does. */
interface Runnable {
  readonly actions: readonly LoadedAction[];
  readonly fatal?: FatalFinding | undefined;
}

/** What a table of signups tells while it runs. */
export interface TableListener {
  /** Called with the result of each signup, and again if code left running changes it. */
  readonly onRun: (index: number, run: SignupRun) => void;
  /** Called when all signups have run, and again if code left running changes the cache. */
  readonly onEnd: (end: TableState) => void;
}

/** Runs the signups of a state in order: each begins with the cache that the one before has left. */
export function runSignups(
  state: PlaygroundState,
  start: TableState,
  { onRun, onEnd }: TableListener,
): Running {
  const realTime = Date.now();
  const workers: Running[] = [];
  const network = state.responses && toNetwork(state.responses);
  const begun = toStart(state, start);
  let isStopped = false;
  let isDismissed = false;

  const runFrom = (
    index: number,
    { cache, clockOffsetMs }: TableState,
    { actions, fatal }: Runnable,
  ): void => {
    if (isDismissed) return;
    const signup = state.signups[index];
    if (!signup || isStopped) return onEnd({ cache, clockOffsetMs });
    const offset = clockOffsetMs + signup.afterMs;
    const time = realTime + offset;
    const goOn = (after: CacheEntries): void =>
      runFrom(index + 1, { cache: after, clockOffsetMs: offset }, { actions, fatal });
    const read = toEvent(signup);
    if (fatal !== undefined || read.type === 'broken') {
      const flow = fatal ?? { message: read.type === 'broken' ? read.sentence : '' };
      onRun(index, { flow, before: cache, after: cache, time });
      return goOn(cache);
    }
    let isFirst = true;
    const job = toJob(actions, { event: read.event, cache, clockOffsetMs: offset, network });
    const worker = runInWorker(job, (result) => {
      const after = result.type === 'outcome' ? result.cache : cache;
      onRun(index, { flow: { job, run: result }, before: cache, after, time });
      const isLast = index === state.signups.length - 1;
      if (isFirst || isLast) goOn(after);
      isFirst = false;
    });
    workers.push(worker);
  };
  const begin = (actions: readonly LoadedAction[] | FatalFinding): void => {
    if ('message' in actions) return runFrom(0, begun, { actions: [], fatal: actions });
    runFrom(0, begun, { actions, fatal: findFatalFinding(actions) ?? begun.fatal });
  };
  const given = toActions(state);
  // Without TypeScript, nothing has to be loaded.
  if (haveTypeScript(given)) void transpileActions(given).then(begin, () => begin(notTranspiled));
  else begin(given);

  return {
    stop() {
      isStopped = true;
      workers.at(-1)?.stop();
    },
    dismiss() {
      isDismissed = true;
      for (const worker of workers) worker.dismiss();
    },
  };
}

const notTranspiled: FatalFinding = {
  message:
    'What runs TypeScript could not be loaded: reload the page, or choose JavaScript below the code.',
};

/** What the first signup finds. Records of the state's own make each run begin like the one before. */
function toStart(
  { records, signups }: PlaygroundState,
  start: TableState,
): TableState & { readonly fatal?: FatalFinding } {
  if (!records) return start;
  const events = signups
    .map(toEvent)
    .flatMap((read) => (read.type === 'event' ? [read.event] : []));
  const clockOffsetMs = 0;
  try {
    return { cache: toStartCache(records, events), clockOffsetMs };
  } catch (error) {
    const [why = ''] = (error as Error).message
      .replace(/^Failed to seed the cache: /, '')
      .split('\n');
    const message = `The cache cannot begin with these records: ${why}`;
    return { cache: [], clockOffsetMs, fatal: { message } };
  }
}
