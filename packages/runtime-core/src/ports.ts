/** Returns the current time in milliseconds since the epoch. */
export type Clock = () => number;

/** Calls `callback` once after `ms` milliseconds, and returns a function that cancels the call. */
export type Timer = (callback: () => void, ms: number) => () => void;

/**
 * Stores the cache between flows, in the shape that `Map` and Keyv share. It has one string for each tenant. Methods
 * can return promises (C2, C10). Several processes count exactly only with a store that has `compareAndSet` (C11).
 */
export interface CacheStore {
  /** Returns the string of a key; `undefined` or `null` if there is none. */
  get(key: string): unknown;
  /** Stores a string, which can be dropped after `ttlMs` milliseconds. Returning `false` means that it failed. */
  set(key: string, value: string, ttlMs: number): unknown;
  delete(key: string): unknown;
  /**
   * Stores `next` only if the key still has the string `expected`, or no string if that is `undefined`, and returns
   * whether it did. Comparing and storing must be one atomic step: a script in Redis; in SQL an `UPDATE … WHERE value =
   * expected`, or an `INSERT … ON CONFLICT DO NOTHING` if no string is expected.
   */
  compareAndSet?(key: string, expected: string | undefined, next: string, ttlMs: number): unknown;
  /**
   * Returns the store's own time in milliseconds since the epoch. With it, lifetimes do not depend on the clocks of
   * the processes.
   */
  now?(): unknown;
}
