import type { MatcherContext, MatcherResult } from './context.ts';
import { matchCalls } from './match-calls.ts';
import { takeOutcome } from './take-outcome.ts';

/**
 * Whether the registration is denied with `api.access.deny`, and with these texts where they are given.
 * A flow that failed is not denied, even if an Action had refused before (F6).
 */
export function toHaveDenied(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  return matchCalls(this, takeOutcome('toHaveDenied', received), {
    matcher: 'toHaveDenied',
    method: 'access.deny',
    args,
    status: 'denied',
  });
}
