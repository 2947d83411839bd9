import type { Call } from '@signup-actions/runtime-core';
import type { MatcherContext, MatcherResult } from './context.ts';
import { matchCalls } from './match-calls.ts';
import { objectToUndone } from './objections.ts';
import { takeOutcome } from './take-outcome.ts';

/** Whether the Actions have left a record with this key in the cache, and with this value where it is given. */
export function toHaveCached(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  return matchCalls(this, takeOutcome('toHaveCached', received), {
    matcher: 'toHaveCached',
    method: 'cache.set',
    args,
    objection: (call, calls) =>
      objectToUndone(call, calls, (later) => writes(later) && later.args[0] === call.args[0]),
  });
}

const writes = ({ method }: Call): boolean => method === 'cache.set' || method === 'cache.delete';
