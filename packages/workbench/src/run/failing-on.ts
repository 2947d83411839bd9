import type { Crashes } from './crash.ts';

/**
 * The handler's own promise, which also rejects at a crash. No other promise may come between it and the
 * engine: that would move the moment at which the api is sealed (F8).
 */
export function failingOn(crashes: Crashes, promise: Promise<unknown>): Promise<unknown> {
  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise, and stays one
  return Object.defineProperty(promise, 'then', {
    value: (resolve: () => void, reject: (thrown: unknown) => void) => {
      crashes.listen(reject);
      return Promise.prototype.then.call(promise, resolve, reject);
    },
  });
}
