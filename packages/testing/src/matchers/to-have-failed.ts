import { type ErrorRecord } from '@signup-actions/runtime-core';
import { describe } from '@signup-actions/runtime-core/internal';
import { isEqual, type MatcherContext, type MatcherResult } from './context.ts';
import { describeStatus } from './describe-status.ts';
import { formatCalls } from './format-calls.ts';
import { formatExpectation } from './format-expectation.ts';
import { formatExpected, isAsymmetricMatcher, isRegExp } from './format-expected.ts';
import { takeRunOutcome } from './take-outcome.ts';

/**
 * Whether the flow failed: a handler threw, or time was up. `expected` is a part of the error's message, a
 * RegExp for it, or an asymmetric matcher for its `name` and `message`.
 */
export function toHaveFailed(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const subject = takeRunOutcome('toHaveFailed', received);
  const { outcome } = subject;
  const isExpected = toCheck(this, args);
  const pass = outcome.status === 'failed' && isExpected(outcome.failure.error);
  const how = args.length === 0 ? '' : ` with ${formatExpected(args[0])}`;
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveFailed', args, pass),
      '',
      `Expected the flow ${pass ? 'not ' : ''}to fail${how}, but ${describeStatus(outcome)}.`,
      formatCalls(subject),
    ].join('\n');
  return { pass, message };
}

function toCheck(
  context: MatcherContext,
  args: readonly unknown[],
): (error: ErrorRecord) => boolean {
  const [expected] = args;
  if (args.length === 0) return () => true;
  if (typeof expected === 'string') return ({ message }) => message.includes(expected);
  if (isRegExp(expected)) return ({ message }) => message.search(expected) >= 0;
  if (isAsymmetricMatcher(expected)) {
    return ({ name, message }) => isEqual(context, { name, message }, expected);
  }
  throw new TypeError(
    `Failed to check with toHaveFailed: an error is expected as a text, a RegExp or an asymmetric matcher but received ${describe(expected)}.\nPass a part of the error's message, or expect.objectContaining({ name }).`,
  );
}
