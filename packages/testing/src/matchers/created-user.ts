import { describe } from '@signup-actions/runtime-core/internal';
import { findDifferences, formatComparison, formatDifference, isParts } from './compare.ts';
import { isAsymmetricMatcher } from './format-expected.ts';
import { formatCalls, formatExpectation, formatStatus } from './format.ts';
import { toSubject, type MatcherContext, type MatcherResult } from './matcher.ts';

/** Whether the user is created, and has these properties among others. */
export function toHaveCreatedUser(
  this: MatcherContext,
  received: unknown,
  ...args: readonly unknown[]
): MatcherResult {
  const subject = toSubject('toHaveCreatedUser', received);
  const { outcome } = subject;
  const [expected] = args.length > 0 ? args : [{}];
  assertProperties(expected);
  const { user } = outcome;
  const differences = user ? findDifferences(this, user, expected) : [];
  const pass = user !== undefined && differences.length === 0;
  const comparison = differences.length > 0 ? { actual: pick(user, expected), expected } : {};
  const message = (): string =>
    [
      formatExpectation(subject, 'toHaveCreatedUser', args, pass),
      '',
      ...(user
        ? [
            `Expected the created user ${pass ? 'not ' : ''}to have these properties.`,
            ...differences.map((difference) => formatDifference('user', difference)),
          ]
        : [`Expected a user to be created, but ${formatStatus(outcome)}.`]),
      formatCalls(subject),
      ...formatComparison(this, comparison),
    ].join('\n');
  return { pass, message, ...comparison };
}

/** The properties of a value that are expected: a comparison would show all others as unexpected. */
function pick(actual: unknown, expected: unknown): unknown {
  if (!isParts(actual) || !isParts(expected)) return actual;
  return Object.fromEntries(
    Object.keys(expected)
      .filter((key) => Object.hasOwn(actual, key))
      .map((key) => [key, pick(actual[key], expected[key])]),
  );
}

function assertProperties(expected: unknown): void {
  if (isParts(expected) || isAsymmetricMatcher(expected)) return;
  throw new TypeError(
    `Failed to check with toHaveCreatedUser: the user must be an object or an asymmetric matcher but received ${describe(expected)}.\nPass the properties that the user should have, or no argument for any user.`,
  );
}
