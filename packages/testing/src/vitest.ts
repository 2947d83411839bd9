import { afterAll, afterEach, expect } from 'vitest';
import { throwLateWork } from './run/late-work.ts';
import * as matchers from './matchers.ts';
import type { SignupMatchers } from './matchers/signup-matchers.ts';

expect.extend(matchers);
// After the last test of a file too: nothing that is thrown later would be heard.
afterEach(throwLateWork);
afterAll(throwLateWork);

// The two interfaces that no version of Vitest has made generic, so that one form serves all of them.
declare global {
  // oxlint-disable-next-line typescript/no-namespace -- an existing namespace is augmented
  namespace Chai {
    interface Assertion extends SignupMatchers {}
  }
}
declare module 'vitest' {
  interface AsymmetricMatchersContaining extends SignupMatchers<unknown> {}
}

export type { SignupMatchers };
