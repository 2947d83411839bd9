import type { Outcome } from '@signup-actions/runtime-core';

/** What the command's exit status says; of several, the highest counts. */
export const exitStatus = {
  /** Every signup is allowed. */
  allowed: 0,
  /** Some signup is refused. */
  denied: 1,
  invalid: 1,
  /** A check found something. */
  found: 1,
  /** Nothing ran: what was typed cannot be run. */
  usage: 2,
  /** Some Action failed. */
  failed: 3,
} as const satisfies Record<Outcome['status'] | 'found' | 'usage', number>;
