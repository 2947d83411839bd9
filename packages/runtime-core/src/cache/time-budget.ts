import { toErrorRecord } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Clock, Timer } from '../ports.ts';

/** The time that one flow may spend waiting for the store: for loading, queueing and committing together. */
export interface TimeBudget {
  /** Waits for work while there is time left, and returns whether the work was done. */
  readonly wait: (work: () => Promise<void>) => Promise<boolean>;
  /** Records a problem; only the first one is kept. */
  readonly note: (problem: string) => void;
  readonly problem: () => string | undefined;
}

/** What a time budget needs. */
export interface TimeBudgetOptions {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly limits: Limits;
}

/** Creates a budget of `limits.storeTimeoutMs` milliseconds. */
export function createTimeBudget({ clock, timer, limits }: TimeBudgetOptions): TimeBudget {
  let leftMs = limits.storeTimeoutMs;
  let first: string | undefined;
  const note = (problem: string): void => {
    first ??= problem;
  };
  return {
    async wait(work) {
      const start = clock();
      const problem = await settleWithin(work(), leftMs, timer);
      leftMs = Math.max(0, leftMs - Math.max(0, clock() - start));
      if (problem !== undefined) note(problem);
      return problem === undefined;
    },
    note,
    problem: () => first,
  };
}

/** Returns why the work failed; `undefined` if it was done in time. */
const settleWithin = (work: Promise<void>, ms: number, timer: Timer): Promise<string | undefined> =>
  new Promise((resolve) => {
    const cancel = timer(() => resolve('timed out'), ms);
    const settle = (problem?: string): void => {
      cancel();
      resolve(problem);
    };
    work.then(
      () => settle(),
      (error: unknown) => settle(toErrorRecord(error).message),
    );
  });
