import { formatCalls } from './format-calls.ts';
import type { MatcherContext, MatcherResult } from './context.ts';
import { describeStatus } from './describe-status.ts';
import { formatExpectation } from './format-expectation.ts';
import { takeOutcome } from './take-outcome.ts';

/** Whether the registration is allowed: nothing refused it, and nothing failed. */
export function toHaveAllowed(this: MatcherContext, received: unknown): MatcherResult {
  const subject = takeOutcome('toHaveAllowed', received);
  const { outcome } = subject;
  const pass = outcome.status === 'allowed';
  const { refusals } = outcome;
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveAllowed', [], pass),
      '',
      pass
        ? 'Expected the registration to be refused, but it was allowed.'
        : `Expected the registration to be allowed, but ${describeStatus(outcome)}.`,
      formatCalls(subject, ({ method }) =>
        refusals.length > 0 && (method === 'access.deny' || method === 'validation.error')
          ? 'refuses'
          : undefined,
      ),
    ].join('\n');
  return { pass, message };
}
