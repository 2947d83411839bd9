import { afterAll, afterEach, beforeEach, expect } from '@jest/globals';
import * as matchers from './matchers.ts';
import type {
  AsymmetricMatcher,
  Expected,
  LeadingArgs,
  SignupMatchers,
} from './matchers/signup-matchers.ts';
import { endTest, endTests, startTest } from './matchers/watch-tests.ts';

expect.extend(matchers satisfies Record<keyof SignupMatchers, unknown>);
// After the last test of a file too: the runner drops errors that are thrown later.
beforeEach(startTest);
afterEach(endTest);
afterAll(endTests);

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- an existing namespace is augmented
  namespace jest {
    interface Matchers<R, T = {}> extends SignupMatchers<R> {}
    interface Expect extends SignupMatchers<unknown> {}
    interface InverseAsymmetricMatchers extends SignupMatchers<unknown> {}
  }
}
declare module 'expect' {
  interface Matchers<R, T> extends SignupMatchers<R> {}
  interface AsymmetricMatchers extends SignupMatchers<unknown> {}
}

export type { AsymmetricMatcher, Expected, LeadingArgs, SignupMatchers };
