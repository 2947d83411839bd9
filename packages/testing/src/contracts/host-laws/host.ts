import type { Action } from '@signup-actions/runtime-core';
import type { Event } from '@signup-actions/types';
import type fc from 'fast-check';

/** What a host is given: one signup, and the Actions that decide on it. */
export interface HostRequest {
  readonly event: Event;
  readonly actions: readonly Action[];
}

/** What a host makes of a signup; an outcome of the engine is one. */
export interface HostAnswer {
  readonly status: 'allowed' | 'denied' | 'failed' | 'invalid';
  /** The refusal that decided; there where the status is `denied` or `invalid`. */
  readonly refusal?: {
    readonly reason?: string;
    readonly userMessage?: string;
    readonly errorCode?: string;
    readonly errorMessage?: string;
  };
  /** The user as stored; there where the status is `allowed`, and only there. */
  readonly user?: { readonly user_metadata?: unknown; readonly app_metadata?: unknown };
}

/** Runs the Actions of one signup as a host does. */
export type HostRun = (request: HostRequest) => Promise<HostAnswer>;

/** A law of the contract, checked on a host by many flows that fast-check draws. */
export interface HostLaw {
  readonly name: string;
  readonly check: (run: HostRun, parameters?: LawParameters) => Promise<void>;
}

/** How fast-check draws the flows: those of its parameters that suit every law. */
export type LawParameters = Pick<
  fc.Parameters,
  'endOnFailure' | 'interruptAfterTimeLimit' | 'numRuns' | 'path' | 'seed' | 'verbose'
>;
