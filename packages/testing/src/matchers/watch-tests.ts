import { throwCallAfterLook } from '../watch/calls-after-look.ts';
import { throwLateWork } from '../watch/late-work.ts';
import { macrotask } from '../watch/real-time.ts';
import { testsState } from '../watch/tests.ts';
import { throwUnfinishedFlow } from '../watch/unfinished-flows.ts';
import { throwUnseen } from './throw-unseen.ts';

// The hooks of the setup entries: a test fails for late work, for an Action that still runs, and for a failed flow or
// a certain mistake that it has not looked at.

testsState.isWatched = true;

/** Starts a test that the runner ends after this time, if it is known. */
export function startTest(timeoutMs?: number): void {
  const tests = testsState;
  tests.running += 1;
  tests.timeoutMs = timeoutMs;
}

export async function endTest(): Promise<void> {
  const tests = testsState;
  tests.running = Math.max(0, tests.running - 1);
  throwLateWork();
  // Work that was not awaited gets as far as it can.
  await macrotask();
  throwLateWork();
  // A concurrent test may be about to look at what is its own.
  if (tests.running > 0) return;
  throwUnfinishedFlow();
  throwCallAfterLook();
  throwUnseen('of-test');
}

/** At the end of a file, outcomes count that were made outside of a test. */
export function endTests(): void {
  testsState.running = 0;
  throwLateWork();
  throwUnseen('all');
}
