import { toErrorRecord } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Clock, Timer } from '../ports.ts';

/** The time that one flow waits for the store in all, loading, queueing and committing together. */
export interface Patience {
  /** Waits for a piece of work while there is time left; answers whether it was done. */
  readonly wait: (work: () => Promise<void>) => Promise<boolean>;
  /** Notes what went wrong; the first is kept. */
  readonly note: (problem: string) => void;
  readonly problem: () => string | undefined;
}

/** What patience is measured with. */
export interface PatiencePorts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly limits: Limits;
}

/** Patience for `limits.storeTimeoutMs` milliseconds. */
export function createPatience({ clock, timer, limits }: PatiencePorts): Patience {
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

/** What went wrong with a piece of work; nothing when it was done in time. */
const settleWithin = (work: Promise<void>, ms: number, timer: Timer): Promise<string | undefined> =>
  new Promise((resolve) => {
    const cancel = timer(() => resolve('no answer in time'), ms);
    const settle = (problem?: string): void => {
      cancel();
      resolve(problem);
    };
    work.then(
      () => settle(),
      (error: unknown) => settle(toErrorRecord(error).message),
    );
  });
