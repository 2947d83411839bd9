import type { Call } from '@signup-actions/runtime-core';
import { formatCallSite } from './call-sites.ts';
import { LateWorkError } from './late-work.ts';
import { shared } from './shared.ts';
import { testsState } from './tests.ts';

// A mock api does not know when its handler settles. For its test, the work is done once a matcher looks at the calls.

/** What is known of one mock api. */
export interface LookWatch {
  /** Whether a matcher has looked at the outcome: from then on, calls are late unless the test looks again. */
  hasLooked: boolean;
}

/** The first call after a look, for each mock api that the test has not looked at since. */
const afterLooks: Map<LookWatch, Call> = shared('calls-after-look', () => new Map());

/** Notes that a matcher looks at the outcome of a mock api. */
export function noteLook(watch: LookWatch): void {
  if (watch.hasLooked) afterLooks.delete(watch);
  watch.hasLooked = testsState.isWatched;
}

/** Notes a call of a mock api. */
export function noteCall(watch: LookWatch, call: Call): void {
  if (watch.hasLooked && !afterLooks.has(watch)) afterLooks.set(watch, call);
}

/** Throws for the first call after a look, and drops the rest: one test fails for it. */
export function throwCallAfterLook(): void {
  const [call] = afterLooks.values();
  afterLooks.clear();
  if (!call) return;
  throw new LateWorkError(
    'Failed to test with a mock api: a call came after the test had looked at it.',
    [
      `  api.${call.method}(…)${formatCallSite(call)}`,
      'Is an await missing? If the test calls the Action again on purpose, look again with a matcher or api.outcome().',
    ],
  );
}
