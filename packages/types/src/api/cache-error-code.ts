/**
 * Why the cache changed nothing.
 *
 * - `CacheKeySizeExceeded`: the key has more than 64 bytes of UTF-8 (C6).
 * - `CacheValueSizeExceeded`: the value has more than 4,096 bytes of UTF-8 (C6).
 * - `InvalidExpiry`: the lifetime is no finite number (C6).
 * - `ItemAlreadyExpired`: the lifetime ends now or in the past (C6).
 * - `CacheSizeExceeded`: all records would be more than 20, or more than 8,192 bytes (C6).
 * - `CacheKeyDoesNotExist`: there is no such record to delete, or its time is over (C7).
 * - `MaxSideEffectsExceeded`: the flow has made too many calls (C10, F14).
 * - `FailedToSetCacheRecord`: the platform could not store the record (C10).
 * - `FailedToDeleteCacheRecord`: the platform could not remove the record (C10).
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
