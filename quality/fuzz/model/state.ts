import type { Records } from './cache.ts';
import type { ModelLimits } from './limits.ts';
import type { Pending } from './metadata.ts';

/** A flow that has come to nothing yet. */
export const createState = (limits: ModelLimits, strategy: string, stored: Records) => ({
  limits,
  strategy,
  records: new Map(stored),
  /** Keys of the cache that this flow has changed. */
  written: new Set<string>(),
  /** What goes to the tenant log, and what may be shown. */
  refusals: [] as { status: 'denied' | 'invalid'; texts: [string, string]; action: string }[],
  /** Who asked for a refusal, be it one that was rejected (R4). */
  refusers: new Set<string>(),
  app: new Map() as Pending,
  user: new Map() as Pending,
  userId: undefined as string | undefined,
  /** How many calls it keeps (F14). */
  recorded: 0,
  /** What is reported: a code and the number of its call. */
  diagnostics: new Set<string>(),
});

export type FlowState = ReturnType<typeof createState>;
