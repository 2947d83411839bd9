import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import * as matchers from './matchers.ts';
import type { AsymmetricSignupMatchers, SignupMatchers } from './matchers/signup-matchers.ts';
import { testsState } from './watch/tests.ts';
import { snapshotSerializer } from './matchers/snapshot-serializer.ts';
import { endTest, endTests, startTest } from './matchers/watch-tests.ts';

expect.extend(matchers satisfies Record<keyof SignupMatchers, unknown>);
expect.addSnapshotSerializer(snapshotSerializer);
testsState.showsComparisons = true;
// After the last test of a file too: the runner drops errors that are thrown later.
beforeEach(({ task }) => startTest(task.timeout));
afterEach(endTest);
afterAll(endTests);

// These two interfaces are not generic in any version of Vitest, so one declaration serves all versions.
declare global {
  // oxlint-disable-next-line typescript/no-namespace -- an existing namespace is augmented
  namespace Chai {
    interface Assertion extends SignupMatchers {}
  }
}
declare module 'vitest' {
  interface AsymmetricMatchersContaining extends AsymmetricSignupMatchers {}
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
