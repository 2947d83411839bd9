import type { Outcome } from '@signup-actions/runtime-core';

/** The exit status of the command; of several signups, the highest counts. */
export const exitStatus = {
  /** Every signup is allowed, or nothing was found. */
  allowed: 0,
  /** A signup is refused. */
  denied: 1,
  invalid: 1,
  /** A check found something. */
  found: 1,
  /** Usage error: nothing was run. */
  usage: 2,
  /** An Action failed. */
  failed: 3,
} as const satisfies Record<Outcome['status'] | 'found' | 'usage', number>;
