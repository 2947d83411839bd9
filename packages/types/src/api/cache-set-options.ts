/** How long a record stays: by `ttl` or by `expires_at`, not both. */
export type CacheSetOptions = CacheSetTtl | CacheSetExpiry;

/** How long a record stays, counted from now. */
export interface CacheSetTtl {
  /**
   * Milliseconds from now, at most 24 hours; 24 hours when absent. Longer ones are shortened, fractions
   * dropped. Answered with an error: `InvalidExpiry` for what is no finite number, `ItemAlreadyExpired`
   * for what is not in the future. Source: C4, C5, C6.
   */
  readonly ttl?: number;
  /** Not together with `ttl`. Source: C5. */
  readonly expires_at?: never;
}

/** How long a record stays, as a moment. */
export interface CacheSetExpiry {
  /**
   * Milliseconds since the epoch, at most 24 hours from now; 24 hours from now when absent. Later ones are
   * brought forward, fractions dropped. Answered with an error: `InvalidExpiry` for what is no finite
   * number, `ItemAlreadyExpired` for what is not in the future. Source: C4, C5, C6.
   */
  readonly expires_at?: number;
  /** Not together with `expires_at`. Source: C5. */
  readonly ttl?: never;
}
