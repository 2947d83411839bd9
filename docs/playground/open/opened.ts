import type { CutFlowOutcome, IsolatedRun } from '@signup-actions/workbench';
import type { WorkerJob } from '../run/flow-job.ts';
import type { PlaygroundState } from '../state/playground-state.ts';

/** What was opened: code, or a trace with its signups. */
export interface Opened extends Pick<PlaygroundState, 'actions' | 'modules'> {
  readonly signups?: PlaygroundState['signups'];
  /** What happened to each of these signups. */
  readonly recorded?: readonly RecordedRun[];
  /** What the visitor should know. */
  readonly notes: readonly string[];
}

/** A flow that ran elsewhere, as the page keeps those that ran here. */
export interface RecordedRun {
  readonly job: WorkerJob;
  readonly run: CutFlowOutcome & IsolatedRun & { readonly requests: readonly [] };
}
