import type { Execution, Outcome } from '../folds/outcome.ts';

/** What an Action did in the end, for those who read about it. */
export type Verb = Execution['status'] | 'refused';

/** An Action that refused has completed, and that is not what its reader wants to know. */
export const toVerb = (
  { action, status }: Execution,
  { refusals }: Pick<Outcome, 'refusals'>,
): Verb =>
  status === 'completed' && refusals.some((refusal) => refusal.action === action)
    ? 'refused'
    : status;
