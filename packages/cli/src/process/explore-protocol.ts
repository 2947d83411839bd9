// How parent and child talk while the child explores an Action: as they do while it runs flows. What the child sees is
// written instead of frames, and the end is a record.
import type { Problem, Resume } from '@signup-actions/testing/fast-check';
import type { SignupCase, LoadedAction } from '@signup-actions/workbench';

/** What the parent sends: an Action, and what to draw for it. */
export interface ExploreJob {
  readonly action: LoadedAction;
  /** Whether the Action has its secrets, instead of examples that are sometimes missing. */
  readonly hasSecrets: boolean;
  readonly runs: number;
  readonly seed: number;
  readonly timeLimitMs: number;
  /** Whether requests are sent, instead of getting made-up responses. */
  readonly isOnline: boolean;
  /** Messages of problems that are meant. */
  readonly accept: readonly RegExp[];
  /** Where to go on; absent for the start. */
  readonly resume?: Resume | undefined;
}

/** A signup that was drawn. */
export interface SeenSignup {
  /** What is particular about it, to end a sentence. */
  readonly description: string;
  /** The signup as a case has it. */
  readonly found: Pick<SignupCase, 'event' | 'from' | 'secrets' | 'unset'>;
  /** How services respond; absent if that does not matter. */
  readonly response?: string;
}

/** A problem, and the signup that shows it. */
export interface SeenProblem {
  readonly problem: Problem;
  readonly signup: SeenSignup;
  /** A test to paste; absent if it would never end. */
  readonly test?: string;
  /** Whether the Action uses the cache. */
  readonly usesCache: boolean;
}

/** What the child writes instead of frames. */
export type Sight =
  | { readonly type: 'ready' }
  /** Its thread is free: no Action blocks it. */
  | { readonly type: 'free' }
  /** The Action is about to run. `resume` goes on without this signup. */
  | { readonly type: 'run'; readonly signup: SeenSignup; readonly resume: Resume }
  | { readonly type: 'problem'; readonly seen: SeenProblem };

/** What the child says at the end. */
export type ExploreEnd =
  /** Whether the time was over before everything was drawn. */
  | { readonly type: 'done'; readonly isCut: boolean }
  | { readonly type: 'unusable'; readonly message: string }
  | { readonly type: 'crashed'; readonly message: string };
