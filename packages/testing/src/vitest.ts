import { expect } from 'vitest';
import * as matchers from './matchers.ts';
import type { SignupMatchers } from './signup-matchers.ts';

expect.extend(matchers);

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
