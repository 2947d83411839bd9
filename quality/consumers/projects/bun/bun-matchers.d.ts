import type { SignupMatchers } from '@signup-actions/testing/matchers';

declare module 'bun:test' {
  interface Matchers<T> extends SignupMatchers {}
  interface AsymmetricMatchers extends SignupMatchers<any> {}
}
