import type { IsolatedRun, LoadedAction } from '@signup-actions/workbench';
import type { Signup } from '../signups/signup.ts';

/** A signup and what happened to it. */
export interface ReportEntry {
  readonly signup: Signup;
  /** The Actions, with the secrets that they had. */
  readonly actions: readonly LoadedAction[];
  readonly run: IsolatedRun;
}
