import type { SignupMatchers } from '@signup-actions/testing/jest';

declare module 'bun:test' {
  interface Matchers<T> extends SignupMatchers {}
  interface AsymmetricMatchers extends SignupMatchers<unknown> {}
}
