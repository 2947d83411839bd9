import { describe } from '@signup-actions/runtime-core/internal';
import type { MethodPath } from '@signup-actions/types';
import { methodPaths } from './method-parameters.ts';
import type { MatcherContext, MatcherResult } from './context.ts';
import { matchCalls } from './match-calls.ts';
import { takeOutcome } from './take-outcome.ts';

/** Whether a method was called, with or without effect, and with these first arguments where they are given. */
export function toHaveCalled(
  this: MatcherContext,
  received: unknown,
  method: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const subject = takeOutcome('toHaveCalled', received);
  assertMethod(method);
  const written = [method, ...args];
  return matchCalls(this, subject, { matcher: 'toHaveCalled', method, args, written });
}

function assertMethod(method: unknown): asserts method is MethodPath {
  if (methodPaths.includes(method as MethodPath)) return;
  throw new TypeError(
    `Failed to check with toHaveCalled: a method is one of ${methodPaths.join(', ')} but received ${describe(method)}.`,
  );
}
