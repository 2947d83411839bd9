import type { Failure, Outcome } from '@signup-actions/runtime-core';
import { isRefusal } from '@signup-actions/runtime-core/internal';

/** Fails an outcome that allows the signup although its calls or executions show that it must not. */
export function distrust(outcome: Outcome): Outcome {
  if (outcome.status !== 'allowed') return outcome;
  const { refusals, changes, calls, executions, diagnostics } = outcome;
  const isWhole = executions.every(({ status }) => status === 'completed');
  if (isWhole && refusals.length === 0 && !calls.some(isRefusal)) return outcome;
  return { status: 'failed', failure, refusals, changes, calls, executions, diagnostics };
}

const failure: Failure = {
  kind: 'platform_error',
  error: {
    name: 'Error',
    message: 'The outcome contradicts itself: an Action has changed a built-in.',
  },
};
