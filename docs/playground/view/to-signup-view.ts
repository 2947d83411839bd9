import { toUnrunView, type RunView } from '@signup-actions/workbench';
import type { SignupRun } from '../run/run-signups.ts';
import { toWorkerView } from './to-worker-view.ts';

/** Results arrive one by one, and each shows the whole table again. */
const known = new WeakMap<SignupRun, RunView>();

/** Converts what a signup led to to what the page shows. */
export function toSignupView(signupRun: SignupRun): RunView {
  const { flow } = signupRun;
  const view =
    known.get(signupRun) ??
    ('job' in flow ? toWorkerView(flow.job, flow.run) : toUnrunView(flow.message, flow.place));
  known.set(signupRun, view);
  return view;
}
