import type { CacheRecord, MethodPath } from '@signup-actions/types';
import type { ModelLimits } from './limits.ts';
import type { Pending } from './metadata.ts';

/** A call, and what it came to. */
export interface ExpectedCall {
  readonly method: MethodPath;
  readonly action: string;
  readonly late: boolean;
  readonly threw: boolean;
  readonly result: unknown;
  /** Whether the flow keeps it (F14). */
  readonly isRecorded: boolean;
  /** False where it depends on what the cache held before, which a store that fails may have lost. */
  readonly isSure: boolean;
}

/** A refusal: what goes to the tenant log, and what may be shown. */
export interface ExpectedRefusal {
  readonly type: 'deny' | 'validation';
  readonly texts: readonly [string, string];
  readonly action: string;
}

/** A flow that has come to nothing yet. */
export const createState = (
  limits: ModelLimits,
  strategy: string,
  stored: Iterable<[string, CacheRecord]>,
) => ({
  limits,
  strategy,
  records: new Map(stored),
  /** Keys of the cache that this flow has changed. */
  written: new Set<unknown>(),
  calls: [] as ExpectedCall[],
  refusals: [] as ExpectedRefusal[],
  /** Who asked for a refusal, be it one that was rejected (R4). */
  refusers: new Set<string>(),
  app: new Map() as Pending,
  user: new Map() as Pending,
  userId: undefined as string | undefined,
  /** What is reported: a code and the number of its call. */
  diagnostics: new Set<string>(),
});

export type FlowState = ReturnType<typeof createState>;
