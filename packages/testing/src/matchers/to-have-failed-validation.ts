import type { MatcherContext, MatcherResult } from './context.ts';
import { matchCalls } from './match-calls.ts';
import { objectToFailed } from './objections.ts';
import { takeOutcome } from './take-outcome.ts';

/**
 * Whether the registration is refused with `api.validation.error`, and with these texts where they are
 * given. A refusal that was rejected for its arguments is none: it fails the flow (R4).
 */
export function toHaveFailedValidation(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  return matchCalls(this, takeOutcome('toHaveFailedValidation', received), {
    matcher: 'toHaveFailedValidation',
    method: 'validation.error',
    args,
    status: 'invalid',
    objection: objectToFailed,
  });
}
