import * as matchers from '@signup-actions/testing/matchers';
import type { SignupMatchers } from '@signup-actions/testing/matchers';
import { expect } from 'expect';

expect.extend(matchers);

declare module 'expect' {
  interface Matchers<R, T> extends SignupMatchers<R> {}
  interface AsymmetricMatchers extends SignupMatchers<unknown> {}
}
