import type { Outcome } from '@signup-actions/runtime-core';
import { copyOutcome } from './copy-outcome.ts';

// A flow that failed must not pass unnoticed: the setup entries fail a test that has not looked at its failure.

/** Failed outcomes of the tests in this process. On the global object, since two copies of the kit can meet. */
interface FailedOutcomes {
  /** Outcomes whose `status` or `failure` has not been read yet, and whether a test was running. */
  readonly unseen: Map<Outcome, boolean>;
  isInTest: boolean;
}
const place = Symbol.for('@signup-actions/failed-outcomes');
type Holder = { [place]?: FailedOutcomes };

/** Starts to watch; called by the setup entries, which report what was not seen. */
export function watchFailedOutcomes(): FailedOutcomes {
  return ((globalThis as Holder)[place] ??= {
    unseen: new Map(),
    isInTest: false,
  });
}

/** The outcome itself, or if it failed and a setup entry watches, a copy that notes when the failure is read. */
export function watchOutcome(outcome: Outcome): Outcome {
  const watch = (globalThis as Holder)[place];
  if (!watch || outcome.status !== 'failed') return outcome;
  const { status, failure } = outcome;
  const see = <T>(value: T) => ({
    get: (): T => {
      watch.unseen.delete(watched);
      return value;
    },
    enumerable: true,
  });
  const watched = copyOutcome(outcome, { status: see(status), failure: see(failure) });
  watch.unseen.set(watched, watch.isInTest);
  return watched;
}

/** Removes and returns the failed outcomes that were not seen: those of the test, or all. */
export function takeUnseen(which: 'of-test' | 'all'): readonly Outcome[] {
  const { unseen } = watchFailedOutcomes();
  const found = [...unseen].filter(([, isOfTest]) => which === 'all' || isOfTest);
  for (const [outcome] of found) unseen.delete(outcome);
  return found.map(([outcome]) => outcome);
}
