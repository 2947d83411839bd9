import { toRunView, toUnrunView, type FlowJob, type RunView } from '@signup-actions/workbench';
import type { WorkerRun } from '../run/run-in-worker.ts';
import { toHint } from './to-hint.ts';

/** Converts what a worker did to what the page shows. */
export function toWorkerView(job: FlowJob, run: WorkerRun): RunView {
  if (run.type === 'unusable') return toUnrunView(`Failed to run ${run.action}. ${run.message}`);
  const view = toRunView(job, run);
  const { outcome } = run;
  if (outcome.status !== 'failed') return view;
  const lines = [...view.verdict.lines, ...toHint(outcome.failure.error)];
  return { ...view, verdict: { ...view.verdict, lines } };
}
