import { testsState } from '../watch/tests.ts';
import { formatExpected, isAsymmetricMatcher, isRegExp } from './format-expected.ts';
import type { MatcherContext, MatcherResult } from './matcher.ts';

/** The runner's own equality, with the testers that the user has added. A RegExp matches strings. */
export const isEqual = (context: MatcherContext, actual: unknown, expected: unknown): boolean =>
  isRegExp(expected) && typeof actual === 'string'
    ? actual.search(expected) >= 0
    : context.equals(actual, expected, [...(context.customTesters ?? [])] as never[]);

/** A property that is not as expected. */
export interface Difference {
  /** The names of the properties that lead to it. */
  readonly path: readonly string[];
  readonly actual: unknown;
  readonly expected: unknown;
}

/** The expected properties that a value does not have, at any depth. What is not expected may be anything. */
export function findDifferences(
  context: MatcherContext,
  actual: unknown,
  expected: unknown,
  path: readonly string[] = [],
): readonly Difference[] {
  if (!isParts(expected) || !isParts(actual)) {
    return isEqual(context, actual, expected) ? [] : [{ path, actual, expected }];
  }
  return Object.entries(expected).flatMap(([key, part]) =>
    findDifferences(context, actual[key], part, [...path, key]),
  );
}

/** Whether a value is compared property by property: a plain object, and not an asymmetric matcher. */
export const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]' && !isAsymmetricMatcher(value);

/** How a property of a value with this name differs. */
export const formatDifference = (name: string, { path, actual, expected }: Difference): string =>
  `  ${[name, ...path].join('.')} is ${actual === undefined ? 'absent' : formatExpected(actual)}; expected ${formatExpected(expected)}`;

/** What an editor compares, and what a runner without a comparison of its own adds to a message. */
export type Comparison = Pick<MatcherResult, 'actual' | 'expected'>;

/** Values of this many characters as source are compared below a message; shorter ones can be read in it. */
const readable = 60;

/** The runner's comparison of two values, if they are long; none if the runner shows it anyway. */
export function formatComparison(
  { utils }: MatcherContext,
  { actual, expected }: Comparison,
): readonly string[] {
  if (testsState.showsComparisons || !utils?.diff) return [];
  const isLong = [actual, expected].some((value) => formatExpected(value).length > readable);
  const text = isLong ? utils.diff(expected as never, actual as never) : undefined;
  return text ? ['', text] : [];
}
