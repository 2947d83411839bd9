import { afterAll, afterEach, expect } from '@jest/globals';
import { throwLateWork } from './run/late-work.ts';
import * as matchers from './matchers.ts';
import type {
  AsymmetricMatcher,
  Expected,
  LeadingArgs,
  SignupMatchers,
} from './matchers/signup-matchers.ts';

expect.extend(matchers satisfies Record<keyof SignupMatchers, unknown>);
// After the last test of a file too: the runner drops errors that are thrown later.
afterEach(throwLateWork);
afterAll(throwLateWork);

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
