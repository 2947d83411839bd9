import type { SignupMatchers } from '../signup-matchers.ts';
import { formatExpected } from './format-expected.ts';
import type { Subject } from './take-outcome.ts';

/** The expectation that failed, as it stands in the test. */
export const formatExpectation = (
  { name }: Subject,
  matcher: keyof SignupMatchers,
  expected: readonly unknown[],
  isNot: boolean,
): string =>
  `expect(${name})${isNot ? '.not' : ''}.${matcher}(${expected.map(formatExpected).join(', ')})`;
