import type { Timer } from '../ports.ts';

/** Settles as `work` does, or rejects once `ms` milliseconds have passed without that. */
export const within = <Result>(work: Promise<Result>, ms: number, timer: Timer): Promise<Result> =>
  new Promise((resolve, reject) => {
    const cancel = timer(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(cancel);
  });
