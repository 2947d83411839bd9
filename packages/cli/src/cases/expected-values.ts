// The values that a case expects, for the kit's matchers.
import { isDeepStrictEqual } from 'node:util';
import type { MatcherContext } from '@signup-actions/testing/internal';
import { isJsonObject } from '../files/json.ts';

/** A value of a case as the kit's matchers take it: patterns become those of `expect`. */
export function toMatcher(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMatcher);
  if (!isJsonObject(value)) return value;
  const [[key, sample] = [], ...others] = Object.entries(value);
  if (others.length === 0 && typeof sample === 'string') {
    if (key === 'matching') return new RegExp(sample, 'u');
    if (key === 'containing') {
      return {
        asymmetricMatch: (actual: unknown) => typeof actual === 'string' && actual.includes(sample),
        toString: () => 'StringContaining',
        sample,
      };
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toMatcher(part)]));
}

/** Whether a value is as expected; properties that are not expected may be anything. */
function equals(actual: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return typeof actual === 'string' && expected.test(actual);
  if (isJsonObject(expected) && typeof expected['asymmetricMatch'] === 'function') {
    return (expected['asymmetricMatch'] as (value: unknown) => boolean)(actual);
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((part, index) => equals(actual[index], part))
    );
  }
  if (!isJsonObject(expected)) return isDeepStrictEqual(actual, expected);
  return (
    isJsonObject(actual) &&
    Object.entries(expected).every(
      ([key, part]) => Object.hasOwn(actual, key) && equals(actual[key], part),
    )
  );
}

/** What the kit's matchers need of a runner's `expect`. */
export const matcherContext: MatcherContext = { equals };
