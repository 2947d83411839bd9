import { throwLateWork } from '../run/late-work.ts';
import { macrotask } from '../run/real-time.ts';
import { watchOutcomes } from '../watch/unseen-outcomes.ts';
import { throwUnseen } from './throw-unseen.ts';

// The hooks of the setup entries: a test fails for late work, and for a failed flow or a certain mistake that it
// has not looked at.

const watch = watchOutcomes();

export function startTest(): void {
  watch.isInTest = true;
}

export async function endTest(): Promise<void> {
  watch.isInTest = false;
  throwLateWork();
  if (watch.unseen.size === 0) return;
  // A concurrent test may be about to look at its own outcome.
  await macrotask();
  throwUnseen('of-test');
}

/** At the end of a file, outcomes count that were made outside of a test. */
export function endTests(): void {
  throwLateWork();
  throwUnseen('all');
}
