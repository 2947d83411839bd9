import type { MatcherContext, MatcherResult } from './context.ts';
import { matchCalls } from './match-calls.ts';
import { objectToUndone } from './objections.ts';
import { takeOutcome } from './take-outcome.ts';

/** Whether this is the user id that the Actions have set in the end (U1). */
export function toHaveSetUserId(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  return matchCalls(this, takeOutcome('toHaveSetUserId', received), {
    matcher: 'toHaveSetUserId',
    method: 'user.setUserId',
    args,
    objection: (call, calls) =>
      objectToUndone(call, calls, (later) => later.method === 'user.setUserId'),
  });
}
