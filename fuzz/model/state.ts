import type { CacheRecord, MethodPath } from '@signup-actions/types';
import type { ModelLimits } from './limits.ts';
import type { Pending } from './metadata.ts';

/** A refusal: what goes to the tenant log, and what may be shown. */
export interface ExpectedRefusal {
  readonly type: 'deny' | 'validation';
  readonly texts: readonly [string, string];
  readonly action: string;
}

/** A call, and what it came to. */
export interface ExpectedCall {
  readonly method: MethodPath;
  readonly action: string;
  readonly late: boolean;
  /** Whether the flow keeps it (F14). */
  readonly isRecorded: boolean;
  readonly threw: boolean;
  /** What the cache answered. */
  readonly result?: unknown;
  /** False where it depends on what the cache held before, which a store that fails may have lost. */
  readonly isSure: boolean;
}

/** All that a flow has come to so far. */
export interface FlowState {
  readonly limits: ModelLimits;
  readonly strategy: string;
  readonly records: Map<string, CacheRecord>;
  /** Keys of the cache that this flow has changed. */
  readonly written: Set<unknown>;
  readonly calls: ExpectedCall[];
  readonly refusals: ExpectedRefusal[];
  /** Who asked for a refusal, be it one that was rejected (R4). */
  readonly refusers: Set<string>;
  readonly app: Pending;
  readonly user: Pending;
  userId: string | undefined;
  /** What is reported: a code and the number of its call. */
  readonly diagnostics: Set<string>;
}

/** Who calls, when, and what is noticed. */
export interface Caller {
  readonly action: string;
  readonly now: number;
  readonly note: (code: string) => void;
}

/** What a call of one method does and answers; throws where the api throws. */
export type Effect = (state: FlowState, args: readonly unknown[], caller: Caller) => unknown;
