import type { Crash } from './crash.ts';

/** How long work that nobody awaited is waited for. */
const patienceMs = 500;

/**
 * Waits until the process has nothing left to do, or no longer than its patience. Answers what crashed
 * it meanwhile, if anything did.
 */
export const waitForQuiet = (crash: Crash): Promise<{ readonly thrown: unknown } | undefined> =>
  new Promise((resolve) => {
    crash.listen((thrown) => resolve({ thrown }));
    process.once('beforeExit', () => resolve(undefined));
    setTimeout(resolve, patienceMs, undefined).unref();
  });
