import type { CacheRecord } from '@signup-actions/types';
import type { ModelLimits } from './limits.ts';
import type { Pending } from './metadata.ts';

/** Records, and when those without a lifetime of their own were written (C4). */
export type Records = ReadonlyMap<string, CacheRecord & { readonly since?: number | undefined }>;

/** A flow at its start. */
export const createState = (limits: ModelLimits, strategy: string, stored: Records) => ({
  limits,
  strategy,
  records: new Map(stored),
  /** Keys of the cache that this flow has changed. */
  written: new Set<string>(),
  /** The strings for the tenant log and for the user. */
  refusals: [] as { status: 'denied' | 'invalid'; texts: [string, string]; action: string }[],
  /** Actions that asked for a refusal, including one that was rejected (R4). */
  refusers: new Set<string>(),
  app: new Map() as Pending,
  user: new Map() as Pending,
  userId: undefined as string | undefined,
  /** How many calls are recorded (F14). */
  recorded: 0,
  /** Reported diagnostics: a code and the number of its call. */
  diagnostics: new Set<string>(),
});

export type FlowState = ReturnType<typeof createState>;
