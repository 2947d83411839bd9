/** A record of the cache. */
export interface CacheRecord {
  readonly value: string;
  /** Milliseconds since the epoch; the record is readable up to and including it (C8). */
  readonly expires_at: number;
}

/** How long a record lives: `ttl` or `expires_at`, not both. Without either, 24 hours (C4). */
export type CacheSetOptions =
  | {
      /** Milliseconds from now; at most 24 hours, longer ones are shortened (C5). */
      readonly ttl?: number | undefined;
      readonly expires_at?: undefined;
    }
  | {
      readonly ttl?: undefined;
      /** Milliseconds since the epoch; at most 24 hours from now, later ones are shortened (C5). */
      readonly expires_at?: number | undefined;
    };

/** Why the cache did not do what it was asked (C6, C7, C10). */
export type CacheErrorCode =
  | 'CacheKeyDoesNotExist'
  | 'CacheKeySizeExceeded'
  | 'CacheSizeExceeded'
  | 'CacheValueSizeExceeded'
  | 'FailedToDeleteCacheRecord'
  | 'FailedToSetCacheRecord'
  | 'InvalidExpiry'
  | 'ItemAlreadyExpired'
  | 'MaxSideEffectsExceeded';

/** A cache call that did nothing. */
export interface CacheError {
  readonly type: 'error';
  readonly code: CacheErrorCode;
}

/** What `cache.set` answers. */
export type CacheSetResult =
  | CacheError
  | { readonly type: 'success'; readonly record: CacheRecord };

/** What `cache.delete` answers. */
export type CacheDeleteResult = CacheError | { readonly type: 'success' };

/**
 * A small cache that all Actions of the trigger share, in this flow and in later ones (C2). Made for what
 * may be lost: a record can be gone before its time. Its methods do not chain.
 */
export interface CacheApi {
  /**
   * Removes a record. Throws when the key is no string (C3).
   *
   * @returns an error when there is no such record, or it has expired (C7).
   *
   * @example
   * ```ts
   * api.cache.delete('invite:4711');
   * ```
   */
  delete(key: string): CacheDeleteResult;
  /**
   * Reads a record; its text is in `value`. Throws when the key is no string (C3).
   *
   * @returns `undefined` when there is no such record, or it has expired.
   *
   * @example
   * ```ts
   * const attempts = Number(api.cache.get('attempts')?.value ?? 0);
   * ```
   */
  get(key: string): CacheRecord | undefined;
  /**
   * Writes a record. Throws when key or value is no string (C3).
   *
   * @param key - at most 64 UTF-8 bytes.
   * @param value - at most 4,096 UTF-8 bytes; other data as text, with `JSON.stringify`.
   * @param options - how long it lives; by default 24 hours.
   * @returns the record as written, or an error: at most 20 records and 8,192 bytes in all (C6).
   *
   * @example
   * ```ts
   * api.cache.set('attempts', '3', { ttl: 60_000 });
   * ```
   */
  set(key: string, value: string, options?: CacheSetOptions): CacheSetResult;
}
