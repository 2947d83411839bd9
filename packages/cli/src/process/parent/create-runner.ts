import type { FlowJob, IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { InspectOptions } from '../inspect.ts';
import { createEnding } from './create-ending.ts';
import { runInChild, type RunInChild } from './run-in-child.ts';
import { startChild, type Child } from './start-child.ts';
import { StartError } from './wait-for-result.ts';

/** Runs flows in isolated processes. */
export interface FlowRunner {
  /**
   * Runs a flow. Rejects with the reason of `stop`. Flows with the same `actions` array may share a warm process, as
   * on the platform.
   */
  readonly run: (job: FlowJob, stop: AbortSignal) => Promise<IsolatedRun>;
  /** Ends the processes of the runner. */
  readonly close: () => Promise<void>;
}

/** How a runner runs flows. */
export interface RunnerOptions extends InspectOptions {
  /** Whether each flow has a process of its own. By default, processes are kept warm. */
  readonly fresh?: boolean | undefined;
  /** How many flows run at the same time; by default one. */
  readonly jobs?: number | undefined;
  /** Receives the files that Actions have required. */
  readonly onRequired?: ((files: readonly string[]) => void) | undefined;
}

/** A process that is waiting for a flow with these Actions. */
interface WarmChild {
  readonly child: Child;
  readonly actions: readonly LoadedAction[];
}

/** Creates a runner, which starts a process when it needs one. */
export function createRunner({
  fresh = false,
  jobs = 1,
  inspect,
  ...options
}: RunnerOptions = {}): FlowRunner {
  const ending = createEnding();
  const warm: WarmChild[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;

  async function begin(): Promise<void> {
    running += 1;
    if (running > jobs) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function end(): void {
    running -= 1;
    waiting.shift()?.();
  }

  /** A warm process with these Actions. Ends one with others if a new one would be too many. */
  async function takeWarm(actions: readonly LoadedAction[]): Promise<Child | undefined> {
    const at = warm.findIndex((known) => known.actions === actions);
    const [found] = at === -1 ? [] : warm.splice(at, 1);
    if (!found && warm.length + Math.min(running, jobs) > jobs) await warm.shift()?.child.end();
    return found?.child;
  }

  async function runOnce(job: FlowJob, stop: AbortSignal): Promise<RunInChild & WarmChild> {
    const { actions, ...rest } = job;
    const message = { ...rest, isKept: !fresh };
    const used = await takeWarm(actions);
    if (used) {
      try {
        used.send(message);
        return { ...(await runInChild(used, job, { ...options, stop })), child: used, actions };
      } catch (error) {
        // It ended between two flows, for what an earlier one had left.
        if (!(error instanceof StartError)) throw error;
      }
    }
    const child = startChild(inspect);
    child.send({ ...message, actions });
    return { ...(await runInChild(child, job, { ...options, stop })), child, actions };
  }

  return {
    async run(job, stop) {
      await begin();
      try {
        const { run, isReusable, child, actions } = await runOnce(job, stop);
        if (isReusable) warm.push({ child, actions });
        else ending.add(child);
        return run;
      } finally {
        end();
      }
    },
    async close() {
      for (const { child } of warm.splice(0)) ending.add(child);
      await ending.wait();
    },
  };
}
