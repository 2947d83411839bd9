import type { Action } from '@signup-actions/runtime-core';
import type { Event } from '@signup-actions/types';

/** One signup, and the Actions that decide on it. */
export interface HostRequest {
  /** The signup. */
  readonly event: Event;
  /** The Actions, in binding order. */
  readonly actions: readonly Action[];
}

/** The result of a signup; an outcome of the engine is one. */
export interface HostAnswer {
  /** What the host decided, in the engine's words. */
  readonly status: 'allowed' | 'denied' | 'failed' | 'invalid';
  /** The refusal that decided; present if the status is `denied` or `invalid`. */
  readonly refusal?:
    | {
        readonly reason?: string;
        readonly userMessage?: string;
        readonly errorCode?: string;
        readonly errorMessage?: string;
      }
    | undefined;
  /** The user as stored; present only if the status is `allowed`. */
  readonly user?: { readonly user_metadata?: unknown; readonly app_metadata?: unknown } | undefined;
}

/** Runs the Actions of one signup as a host does. */
export type HostRun = (request: HostRequest) => Promise<HostAnswer>;

/** How fast-check draws the flows: those of its parameters that suit every law. */
export interface LawParameters {
  /** Draws the same flows as the run that printed this seed. */
  readonly seed?: number;
  /** Starts at the counterexample that a failure printed. */
  readonly path?: string;
  /** How many flows to draw; 100 by default. */
  readonly numRuns?: number;
  /** Whether to stop at the first failure instead of shrinking it. */
  readonly endOnFailure?: boolean;
  /** Milliseconds after which a law ends with the flows it has run so far. */
  readonly interruptAfterTimeLimit?: number;
  /** How much a failure lists: nothing more (0), every failing flow (1), or every flow (2). */
  readonly verbose?: boolean | 0 | 1 | 2;
}

/** Checks a law on a host, with many flows that fast-check draws; rejects with a counterexample. */
export type HostLaw = (run: HostRun, parameters?: LawParameters) => Promise<void>;
