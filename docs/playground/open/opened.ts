import type { CacheEntries, CutFlowOutcome, IsolatedRun } from '@signup-actions/workbench';
import type { WorkerJob } from '../run/flow-job.ts';
import type { PlaygroundState } from '../state/playground-state.ts';

/** Code that was opened, or that a test case is for. */
export interface OpenedCode extends Pick<PlaygroundState, 'actions' | 'modules'> {
  /** Whether it is the code of the page, which the visitor has seen. */
  readonly isOwn?: boolean;
  /** What the visitor should know. */
  readonly notes: readonly string[];
}

/** What was opened: code, a test case with its signups, its cache and what services respond, or a trace. */
export interface Opened extends OpenedCode, Pick<PlaygroundState, 'records' | 'responses'> {
  readonly signups?: PlaygroundState['signups'];
  /** What happened to each of these signups. */
  readonly recorded?: readonly RecordedRun[];
  /** What else can be opened of a trace that has more signups than the table; absent if there is nothing. */
  readonly choice?: TraceChoice;
  /** Test cases of which one is opened, by title; absent if there is only one. */
  readonly cases?: ReadonlyMap<string, () => Promise<Opened>>;
}

/** A flow that ran elsewhere, as the page keeps those that ran here. */
export interface RecordedRun {
  readonly job: WorkerJob;
  /** The cache before and after, as far as the calls show it. */
  readonly before: CacheEntries;
  readonly after: CacheEntries;
  readonly time: number;
  readonly run: CutFlowOutcome & IsolatedRun & { readonly requests: readonly [] };
}

/** What can be opened of a trace: the table holds fewer signups than a trace may have. */
export interface TraceChoice {
  readonly file: string;
  readonly signups: readonly ChoosableSignup[];
  /** Opens those at these positions. */
  readonly open: (positions: readonly number[]) => ChosenSignups;
}

/** Signups of a trace, and what happened to them. */
export type ChosenSignups = Required<Pick<Opened, 'notes' | 'recorded' | 'signups'>>;

/** A signup as it is searched for. */
export interface ChoosableSignup {
  readonly status: 'allowed' | 'denied' | 'failed' | 'invalid';
  /** Its name, its user, and who refused it and why. */
  readonly words: string;
}
