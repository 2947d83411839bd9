/**
 * `api.cache`: stores strings that outlive the flow, shared by all Actions of this trigger (C2). Its methods
 * are synchronous (C1). Records may disappear before their lifetime ends, so never rely on one. Writes
 * stay even if the flow refuses or fails (C9).
 *
 * @see {@link https://signup-actions.github.io/signup-actions/contract#cache | Rules for the cache}
 */
export interface CacheAPI {
  /**
   * Reads a record. Throws if `key` is not a string (C3).
   *
   * @param key - The key that the record was set under.
   * @returns The record, or `undefined` if there is none or it has expired (C8).
   *
   * @example
   * ```ts
   * const attempts = Number(api.cache.get(event.request.ip)?.value ?? 0);
   * ```
   */
  get(key: string): CacheRecord | undefined;

  /**
   * Stores a record and replaces the one that the key had. Throws if `key` or `value` is not a string (C3);
   * every other error is returned, not thrown (C6).
   *
   * The cache holds at most 20 records, and 8,192 bytes of keys and values in total (C6).
   *
   * @param key - At most 64 bytes of UTF-8.
   * @param value - At most 4,096 bytes of UTF-8. Use `JSON.stringify` for other data.
   * @param options - The lifetime: 24 hours by default and at most (C4, C5).
   * @returns The stored record with its actual lifetime, or an error code.
   *
   * @example
   * ```ts
   * const result = api.cache.set(event.request.ip, '1', { ttl: 60 * 60 * 1000 });
   * if (result.type === 'error') console.log(`not counted: ${result.code}`);
   * ```
   */
  set(key: string, value: string, options?: CacheSetOptions): CacheSetResult;

  /**
   * Deletes a record. Throws if `key` is not a string (C3).
   *
   * @param key - The key that the record was set under.
   * @returns Success, or an error code: `CacheKeyDoesNotExist` if there is no such record (C7).
   *
   * @example
   * ```ts
   * api.cache.delete(event.request.ip);
   * ```
   */
  delete(key: string): CacheDeleteResult;
}

/** A record of the cache. The stored string is its `value`. */
export interface CacheRecord {
  /** The string that was set. */
  readonly value: string;
  /** The last moment at which the record can be read, in milliseconds since the epoch (C8). */
  readonly expires_at: number;
}

/** The lifetime of a record: either `ttl` or `expires_at`. */
export type CacheSetOptions = CacheSetTtl | CacheSetExpiry;

/** The lifetime of a record as a duration. */
export interface CacheSetTtl {
  /**
   * Milliseconds from now; if absent, 24 hours (C4). A longer lifetime is cut to 24 hours, and fractions are
   * dropped (C5). Errors: `InvalidExpiry` if it is not a finite number, `ItemAlreadyExpired` if it is
   * less than 1 (C6).
   */
  readonly ttl?: number;
  /** Not together with `ttl`. */
  readonly expires_at?: never;
}

/** The lifetime of a record as the moment at which it ends. */
export interface CacheSetExpiry {
  /**
   * Milliseconds since the epoch; if absent, 24 hours from now (C4). A later moment is moved to 24 hours from
   * now, and fractions are dropped (C5). Errors: `InvalidExpiry` if it is not a finite number,
   * `ItemAlreadyExpired` if it is not in the future (C6).
   */
  readonly expires_at?: number;
  /** Not together with `expires_at`. */
  readonly ttl?: never;
}

/** The result of `api.cache.set`; check `type` first. */
export type CacheSetResult = CacheSetSuccess | CacheError;

/** The result of `api.cache.delete`; check `type` first. */
export type CacheDeleteResult = CacheDeleteSuccess | CacheError;

/** The record was stored. */
export interface CacheSetSuccess {
  /** Distinguishes success from error. */
  readonly type: 'success';
  /** The record as stored, with its actual lifetime (C5). */
  readonly record: CacheRecord;
}

/** The record was deleted. */
export interface CacheDeleteSuccess {
  /** Distinguishes success from error. */
  readonly type: 'success';
}

/** Nothing was changed. */
export interface CacheError {
  /** Distinguishes error from success. */
  readonly type: 'error';
  /** Why nothing was changed. */
  readonly code: CacheErrorCode;
}

/**
 * Why the cache changed nothing.
 *
 * - `CacheKeySizeExceeded`: the key is longer than 64 bytes of UTF-8 (C6).
 * - `CacheValueSizeExceeded`: the value is longer than 4,096 bytes of UTF-8 (C6).
 * - `InvalidExpiry`: the lifetime is not a finite number (C6).
 * - `ItemAlreadyExpired`: the lifetime ends now or in the past (C6).
 * - `CacheSizeExceeded`: there would be more than 20 records, or more than 8,192 bytes in total (C6).
 * - `CacheKeyDoesNotExist`: there is no such record to delete, or it has expired (C7).
 * - `MaxSideEffectsExceeded`: the flow has made too many calls (C10, F14).
 * - `FailedToSetCacheRecord`: the platform could not store the record (C10).
 * - `FailedToDeleteCacheRecord`: the platform could not delete the record (C10).
 */
export type CacheErrorCode =
  | 'CacheKeySizeExceeded'
  | 'CacheValueSizeExceeded'
  | 'InvalidExpiry'
  | 'ItemAlreadyExpired'
  | 'CacheSizeExceeded'
  | 'CacheKeyDoesNotExist'
  | 'MaxSideEffectsExceeded'
  | 'FailedToSetCacheRecord'
  | 'FailedToDeleteCacheRecord';
