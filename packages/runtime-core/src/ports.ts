/** Answers the present time in milliseconds since the epoch. */
export type Clock = () => number;

/** Calls `callback` once after `ms` milliseconds, and returns a function that cancels the call. */
export type Timer = (callback: () => void, ms: number) => () => void;

/**
 * Where the cache is kept between flows, in the shape that `Map` and Keyv share. One string is kept
 * for each tenant; `ttlMs` is how long it is worth keeping. Results may be promises (C2, C10).
 */
export interface CacheStore {
  get(key: string): unknown;
  set(key: string, value: string, ttlMs: number): unknown;
  delete(key: string): unknown;
}
