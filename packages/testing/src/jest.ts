import { afterAll, afterEach, beforeEach, expect } from '@jest/globals';
import * as matchers from './matchers.ts';
import type { AsymmetricSignupMatchers, SignupMatchers } from './matchers/signup-matchers.ts';
import { snapshotSerializer } from './matchers/snapshot-serializer.ts';
import { endTest, endTests, startTest } from './matchers/watch-tests.ts';

expect.extend(matchers satisfies Record<keyof SignupMatchers, unknown>);
// Bun's `expect` follows Jest's interface without this method.
if (!('Bun' in globalThis)) expect.addSnapshotSerializer(snapshotSerializer);
// After the last test of a file too: the runner drops errors that are thrown later.
beforeEach(() => startTest(readTimeout()));
afterEach(endTest);
afterAll(endTests);

/** The state of Jest's runner, which it keeps on the global object. */
interface RunnerState {
  readonly testTimeout?: number;
  readonly currentlyRunningTest?: { readonly timeout?: number } | null;
}

/** The time limit of the running test in milliseconds; `undefined` in runners that only follow Jest's interface. */
function readTimeout(): number | undefined {
  const key = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  const state = key && (globalThis as { [key]?: RunnerState })[key];
  return state?.currentlyRunningTest?.timeout ?? state?.testTimeout;
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- an existing namespace is augmented
  namespace jest {
    interface Matchers<R, T = {}> extends SignupMatchers<R> {}
    interface Expect extends AsymmetricSignupMatchers {}
    interface InverseAsymmetricMatchers extends AsymmetricSignupMatchers {}
  }
}
declare module 'expect' {
  interface Matchers<R, T> extends SignupMatchers<R> {}
  interface AsymmetricMatchers extends AsymmetricSignupMatchers {}
}

export type {
  AsymmetricMatcher,
  Expected,
  ExpectedCall,
  ExpectedUser,
  FirstOf,
  LeadingArgs,
  SignupMatchers,
} from './matchers/signup-matchers.ts';
