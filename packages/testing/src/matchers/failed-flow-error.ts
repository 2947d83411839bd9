import type { FailedOutcome, Outcome } from '@signup-actions/runtime-core';
import { redact } from '@signup-actions/runtime-core/internal';
import { formatCalls, formatStatus } from './format.ts';

/** Thrown by a matcher, or at the end of a test, if the flow failed and the test does not expect it. */
export class FailedFlowError extends Error {
  override readonly name = 'FailedFlowError';
  readonly code = 'flow-failed';

  constructor(why: string, outcome: FailedOutcome) {
    super(
      [
        `${why}${formatStatus(outcome)}.`,
        formatCalls({ outcome, name: 'outcome' }),
        'If the Action is meant to fail, assert that first: expect(outcome).toHaveFailed(…).',
      ].join('\n'),
      { cause: toCause(outcome) },
    );
  }
}

/** The error of the Action, without secrets: runners print a cause with its own lines of code. */
function toCause(outcome: FailedOutcome): Error {
  const { name, message, stack } = (redact(outcome) as FailedOutcome).failure.error;
  return Object.assign(new Error(message), { name, stack });
}

/**
 * Throws a `FailedFlowError` if the flow failed, with the error and its place in the Action. Every matcher calls
 * it; call it yourself in a runner without matchers, such as node:test.
 *
 * @example
 * ```ts
 * assertNotFailed(outcome);
 * ```
 */
export function assertNotFailed(
  outcome: Outcome,
): asserts outcome is Exclude<Outcome, FailedOutcome> {
  if (outcome.status === 'failed') {
    throw new FailedFlowError('Expected the flow not to fail, but ', outcome);
  }
}

/** Outcomes that `toHaveFailed` has accepted. */
const expected = new WeakSet<Outcome>();

/** Notes that a test expects this failure, so that other matchers look at the calls of the flow. */
export const expectFailure = (outcome: Outcome): void => void expected.add(outcome);

/** Whether the test expects the failure of this outcome. */
export const isExpectedFailure = (outcome: Outcome): boolean => expected.has(outcome);

/** Throws a `FailedFlowError` for a matcher, unless the test expects the failure. */
export function assertCallsCount(matcher: string, outcome: Outcome): void {
  if (outcome.status !== 'failed' || isExpectedFailure(outcome)) return;
  throw new FailedFlowError(`${matcher} cannot pass, because `, outcome);
}
