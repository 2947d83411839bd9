import type { Crash } from './crash.ts';

/**
 * The handler's own promise, which fails at a crash as well. No other promise stands between it and the
 * engine: that would move the moment at which the api is sealed (F8).
 */
export function failingOn(crash: Crash, promise: Promise<unknown>): Promise<unknown> {
  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise, and stays one
  return Object.defineProperty(promise, 'then', {
    value: (resolve: () => void, reject: (thrown: unknown) => void) => {
      crash.listen(reject);
      return Promise.prototype.then.call(promise, resolve, reject);
    },
  });
}
