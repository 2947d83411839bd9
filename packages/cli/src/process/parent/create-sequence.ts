import type { CacheEntries, FlowJob, IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Inspect } from '../inspect.ts';
import type { FlowMessage } from '../protocol.ts';
import { createEnding } from './create-ending.ts';
import { runInChild, type RunInChildOptions } from './run-in-child.ts';
import { startChild, type Child } from './start-child.ts';
import { StartError } from './wait-for-result.ts';

/** How many flows a process may have; it gets more when half of them are done. */
const maxSent = 32;

/** A flow of a sequence. */
interface SequenceJob extends Omit<FlowJob, 'cache'> {
  /** By default, the cache that the flow before has left. */
  readonly cache?: CacheEntries | undefined;
}

/** Runs flows one after another, each with the cache that the one before has left. */
export interface Sequence {
  /**
   * Runs a flow after those that were passed before it. Flows with the same `actions` array share a warm process, which
   * gets the next ones while it runs the first. Rejects with the reason of `stop`, or if the flow could not begin; the
   * later flows run all the same.
   */
  readonly run: (job: SequenceJob) => Promise<IsolatedRun>;
  /** Ends the process, once no flow is left or after `stop`. */
  readonly close: () => Promise<void>;
}

/** How a sequence runs. */
export interface SequenceOptions extends RunInChildOptions {
  /** What the first flow begins with. */
  readonly cache: CacheEntries;
  readonly inspect?: Inspect | undefined;
}

interface Waiting {
  readonly job: SequenceJob;
  readonly resolve: (run: IsolatedRun) => void;
  readonly reject: (error: unknown) => void;
}

/** A process, and the flows that it has. */
interface Runner {
  readonly child: Child;
  readonly actions: readonly LoadedAction[];
  /** How many of the waiting flows were sent to it. */
  sent: number;
  /** Whether it has run one. */
  isWarm: boolean;
}

/** Creates a sequence, which starts a process when it needs one. */
export function createSequence({ cache: first, inspect, ...options }: SequenceOptions): Sequence {
  const { stop } = options;
  const waiting: Waiting[] = [];
  const ending = createEnding();
  let cache = first;
  let runner: Runner | undefined;
  let isRunning = false;

  /** Sends the waiting flows that have the Actions of the process. */
  function sendAhead(to: Runner): void {
    const { child, actions, isWarm, sent } = to;
    if (sent > maxSent / 2) return;
    const end = waiting.findIndex(({ job }) => job.actions !== actions);
    const messages = waiting
      .slice(sent, Math.min(end === -1 ? waiting.length : end, maxSent))
      .map(({ job }): FlowMessage => {
        const { actions: _, ...message } = job;
        return { ...message, isKept: true };
      });
    const [head, ...rest] = messages;
    if (!head) return;
    const isFirst = sent === 0 && !isWarm;
    child.send(isFirst ? { ...head, actions, cache: head.cache ?? cache } : head, ...rest);
    to.sent += messages.length;
  }

  /** Runs the flow that has waited longest, and takes it from the list. */
  async function runFirst(job: SequenceJob): Promise<IsolatedRun> {
    for (;;) {
      if (runner && (stop.aborted || runner.actions !== job.actions)) {
        ending.add(runner.child);
        runner = undefined;
      }
      stop.throwIfAborted();
      runner ??= { child: startChild(inspect), actions: job.actions, sent: 0, isWarm: false };
      sendAhead(runner);
      const { child, isWarm } = runner;
      try {
        const done = await runInChild(child, { ...job, cache: job.cache ?? cache }, options);
        waiting.shift();
        runner.sent -= 1;
        runner.isWarm = true;
        if (!done.isReusable) {
          ending.add(child);
          runner = undefined;
        }
        ({ cache } = done.run);
        return done.run;
      } catch (error) {
        runner = undefined;
        // It ended between two flows, for what an earlier one had left.
        if (!(isWarm && error instanceof StartError)) throw error;
      }
    }
  }

  async function runAll(): Promise<void> {
    isRunning = true;
    for (let next = waiting[0]; next; next = waiting[0]) {
      const { job, resolve, reject } = next;
      try {
        resolve(await runFirst(job));
      } catch (error) {
        waiting.shift();
        reject(error);
      }
    }
    isRunning = false;
  }

  return {
    run(job) {
      return new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject });
        if (!isRunning) void runAll();
        else if (runner) sendAhead(runner);
      });
    },
    async close() {
      if (runner) ending.add(runner.child);
      await ending.wait();
    },
  };
}
