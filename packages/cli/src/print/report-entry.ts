import type { IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Signup } from '../signups/signup.ts';

/** A signup and what happened to it. */
export interface ReportEntry {
  readonly signup: Signup;
  /** The Actions, with the secrets that they had. */
  readonly actions: readonly LoadedAction[];
  readonly run: IsolatedRun;
}

/** Whether an Action refused when the user was let in already (F8). */
export const isTooLate = ({ outcome, lateRefusal }: IsolatedRun): boolean =>
  outcome.status === 'allowed' && lateRefusal !== undefined;

/** Whether a signup is refused, even if too late, or failed. */
export const isBad = ({ run }: ReportEntry): boolean =>
  run.outcome.status !== 'allowed' || isTooLate(run);
