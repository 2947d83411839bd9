import {
  toOutcome,
  type Execution,
  type Failure,
  type Outcome,
} from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import type { FlowJob } from './flow-job.ts';
import type { Frame } from './frames.ts';

/** The outcome of a flow whose process died: what it called is lost, how far it came is known. */
export function toDeadOutcome(
  { actions }: FlowJob,
  frames: readonly Frame[],
  failure: Failure,
): Outcome {
  const starts = frames.filter((frame) => frame.type === 'start');
  const blamed = frames.findLast((frame) => frame.type === 'start' || frame.type === 'load');
  const executions = actions.map(({ name }, index): Execution => {
    const start = starts[index];
    if (!start) return { action: name, status: 'skipped', durationMs: 0 };
    const next = starts[index + 1];
    if (next) return { action: name, status: 'completed', durationMs: next.time - start.time };
    return { action: name, status: 'failed', durationMs: 0, error: failure.error };
  });
  return toOutcome({
    signup: undefined,
    calls: [],
    executions,
    failure: { ...failure, ...(blamed && { action: blamed.action }) },
    secrets: collectSecrets(actions),
  });
}
