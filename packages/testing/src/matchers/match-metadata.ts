import type { MatcherContext, MatcherResult } from './context.ts';
import { matchCalls } from './match-calls.ts';
import { objectToUndone } from './objections.ts';
import { takeOutcome } from './take-outcome.ts';

/** Whether this is what the Actions have set a metadata property to in the end: the last call wins (M3). */
export const matchMetadata = (
  context: MatcherContext,
  kind: 'AppMetadata' | 'UserMetadata',
  received: unknown,
  args: readonly unknown[],
): MatcherResult =>
  matchCalls(context, takeOutcome(`toHaveSet${kind}`, received), {
    matcher: `toHaveSet${kind}`,
    method: `user.set${kind}`,
    args,
    objection: (call, calls) =>
      call.args.length < 2
        ? 'changes nothing'
        : objectToUndone(
            call,
            calls,
            ({ method, args: later }) =>
              method === call.method && later.length === 2 && later[0] === call.args[0],
          ),
  });
