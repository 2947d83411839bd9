import type { Crash } from './crash.ts';

/** How long work that nobody awaited is waited for. */
const patienceMs = 500;

/** What went wrong after the outcome, in code that was left running. */
export interface LateCrash {
  readonly thrown: unknown;
  readonly action: string | undefined;
}

/**
 * Waits until the process has nothing left to do, or no longer than its patience. Answers what crashed
 * it meanwhile, if anything did.
 */
export const waitForQuiet = (crash: Crash): Promise<LateCrash | undefined> =>
  new Promise((resolve) => {
    crash.listen((thrown, action) => resolve({ thrown, action }));
    process.once('beforeExit', () => resolve(undefined));
    setTimeout(resolve, patienceMs, undefined).unref();
  });
