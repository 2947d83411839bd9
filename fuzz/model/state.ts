import type { CacheRecord, MethodPath } from '@signup-actions/types';
import type { ModelLimits } from './limits.ts';
import type { Pending } from './metadata.ts';

/** A refusal as its caller meant it. */
export interface ExpectedRefusal {
  readonly type: 'deny' | 'validation';
  /** What goes to the tenant log, and what may be shown. */
  readonly texts: readonly [string, string];
  readonly action: string;
}

/** A call, and what it came to. */
export interface ExpectedCall {
  readonly method: MethodPath;
  readonly action: string;
  readonly late: boolean;
  readonly threw: boolean;
  /** What the cache answered; of a late call nothing is expected. */
  readonly result: unknown;
}

/** All that a flow has come to so far. */
export interface FlowState {
  readonly limits: ModelLimits;
  readonly passwordless: boolean;
  readonly database: boolean;
  readonly records: Map<string, CacheRecord>;
  readonly calls: ExpectedCall[];
  readonly refusals: ExpectedRefusal[];
  /** A refusal was asked for in a way that the api rejects (R4). */
  refusalRejected: boolean;
  readonly app: Pending;
  readonly user: Pending;
  userId: string | undefined;
  readonly diagnostics: Set<string>;
}

/** What one call does and answers; throws where the api throws. */
export type Effect = (state: FlowState, args: readonly unknown[], call: CallPlace) => unknown;

/** Who calls, and when. */
export interface CallPlace {
  readonly action: string;
  readonly now: number;
  readonly note: (code: string) => void;
}

