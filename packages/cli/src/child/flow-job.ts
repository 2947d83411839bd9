import type { Failure, Limits, Outcome, SignupEvent } from '@signup-actions/runtime-core';
import type { LoadedAction } from '../load/action-source.ts';

/** What a child process is given: one signup, the Actions to run on it, and the cache that earlier runs left. */
export interface FlowJob {
  readonly actions: readonly LoadedAction[];
  readonly event: SignupEvent;
  readonly cache: CacheEntries;
  readonly limits: Limits;
}

/** The texts of a cache store, by their keys. */
export type CacheEntries = readonly (readonly [key: string, text: string])[];

/** What a child process answers: an outcome without secrets, why it died, or why there is nothing to run. */
export type FlowAnswer =
  | {
      readonly type: 'outcome';
      readonly outcome: Outcome;
      /** Where in the source the call of each diagnostic was made, in their order. */
      readonly diagnosticSites: readonly (string | undefined)[];
      readonly cache: CacheEntries;
    }
  | { readonly type: 'died'; readonly failure: Failure }
  | { readonly type: 'unusable'; readonly message: string };
