import {
  toOutcome,
  type Execution,
  type Failure,
  type Outcome,
} from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import type { FlowJob, Frame } from './flow-job.ts';

/** The outcome of a flow whose process or worker ended without a result: its calls are lost, its progress is known. */
export function toTerminatedOutcome(
  { actions }: FlowJob,
  frames: readonly Frame[],
  failure: Failure,
): Outcome {
  const starts = frames.filter((frame) => frame.type === 'start');
  const last = frames.findLast((frame) => frame.type === 'start' || frame.type === 'load');
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
    failure: { ...failure, ...(last && { action: last.action }) },
    secrets: collectSecrets(actions),
  });
}

/** A failure with an error of this name and message. */
export const toFailure = (kind: Failure['kind'], name: string, message: string): Failure => ({
  kind,
  error: { name, message },
});

/** Why a flow fails that has to be stopped from outside. */
export const stuck: Failure = toFailure(
  'action_timeout',
  'TimeoutError',
  'An Action did not end and was stopped.',
);

/** How long after the flow's own timeout it is stopped from outside: only a loop keeps its timers from firing. */
export const graceMs = 1_000;
