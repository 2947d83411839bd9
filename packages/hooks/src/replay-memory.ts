/** Remembers which requests have come, so that a copy of one is refused. */
export interface ReplayMemory {
  /**
   * Remembers an id for `ttlMs` milliseconds, and returns whether it was new. Both must be one atomic step. Anything
   * except `true`, an error included, refuses the request.
   */
  add(id: string, ttlMs: number): unknown;
}

/**
 * Creates a memory for one process. Several servers behind one address need a shared one, such as `SET id 1 NX PX ttlMs`
 * in Redis.
 *
 * @example
 * ```ts
 * const replays = createReplayMemory();
 * ```
 */
export function createReplayMemory(): ReplayMemory {
  /** When each id may be forgotten, in milliseconds since the epoch. */
  const expiries = new Map<string, number>();
  return {
    add(id, ttlMs) {
      const now = Date.now();
      // Only verified requests are remembered, so their number is what the platform sends within `ttlMs`.
      for (const [other, expiry] of expiries) {
        if (expiry >= now) break;
        expiries.delete(other);
      }
      if ((expiries.get(id) ?? 0) >= now) return false;
      expiries.delete(id);
      expiries.set(id, now + ttlMs);
      return true;
    },
  };
}
