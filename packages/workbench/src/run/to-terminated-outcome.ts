import {
  redact,
  toOutcome,
  type Execution,
  type Failure,
  type Limits,
} from '@signup-actions/runtime-core';
import { createSecretSearch } from '@signup-actions/runtime-core/internal';
import type { FlowJob, FlowOutcome, Frame } from './flow-job.ts';
import { hiddenSecrets } from './hidden-secrets.ts';
import { quoteWritten, redactWritten } from './quote-written.ts';

/** How a process or worker ended without a result. */
export interface Termination {
  readonly failure: Failure;
  /** When it ended, in milliseconds since the epoch. */
  readonly time: number;
}

/** The outcome of a flow whose process or worker ended without a result, as far as its frames tell. */
export function toTerminatedOutcome(
  { actions, event, cache }: FlowJob,
  frames: readonly Frame[],
  { failure, time }: Termination,
): FlowOutcome {
  const starts = frames.filter((frame) => frame.type === 'start');
  const last = frames.findLast((frame) => frame.type === 'start' || frame.type === 'load');
  const executions = actions.map(({ name }, index): Execution => {
    // An Action whose code did not finish loading has not started.
    const start = starts[index] ?? (last?.action === name ? last : undefined);
    if (!start) return { action: name, status: 'skipped', durationMs: 0 };
    const next = starts[index + 1];
    const durationMs = Math.max(0, (next?.time ?? time) - start.time);
    if (next) return { action: name, status: 'completed', durationMs };
    return { action: name, status: 'failed', durationMs, error: failure.error };
  });
  const made = frames.filter((frame) => frame.type === 'call');
  const calls = made.map(({ call }) => call);
  const secrets = hiddenSecrets(actions, event);
  const written = redactWritten(
    new Map(
      made.flatMap(({ call, written: source }) =>
        source === undefined ? [] : [[call.index, source] as const],
      ),
    ),
    createSecretSearch(secrets),
  );
  const outcome = toOutcome({
    signup: undefined,
    calls,
    executions,
    failure: { ...failure, ...(last && { action: last.action }) },
    secrets,
  });
  const diagnosticSites = outcome.diagnostics.map(({ call = -1 }) => calls[call]?.site);
  return {
    type: 'outcome',
    outcome: quoteWritten(redact(outcome), written),
    written,
    diagnosticSites,
    cache,
  };
}

/** A failure with an error of this name and message. */
export const toFailure = (kind: Failure['kind'], name: string, message: string): Failure => ({
  kind,
  error: { name, message },
});

/** Why a flow fails that has to be stopped from outside. */
export const toStuck = ({ flowTimeoutMs }: Limits): Failure =>
  toFailure(
    'action_timeout',
    'TimeoutError',
    `An Action did not end within ${flowTimeoutMs.toLocaleString('en')} ms and was stopped: look for a loop that does not end.`,
  );

/** How long after the flow's own timeout it is stopped from outside: only a loop keeps its timers from firing. */
export const graceMs = 1_000;
