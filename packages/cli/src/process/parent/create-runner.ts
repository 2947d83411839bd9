import type { FlowJob, IsolatedRun } from '@signup-actions/workbench';
import { runInChild } from './run-in-child.ts';

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
export interface RunnerOptions {
  /** Whether each flow has a process of its own. */
  readonly fresh?: boolean | undefined;
  /** How many flows run at the same time. */
  readonly jobs?: number | undefined;
  /** Receives the files that Actions have required. */
  readonly onRequired?: ((files: readonly string[]) => void) | undefined;
}

/** Creates a runner, which starts a process when it needs one. */
export function createRunner({ onRequired }: RunnerOptions = {}): FlowRunner {
  return {
    run: (job, stop) => runInChild(job, stop, onRequired),
    close: () => Promise.resolve(),
  };
}
