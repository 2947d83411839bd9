import type { CacheErrorCode } from './cache-error-code.ts';
import type { CacheRecord } from './cache-record.ts';

/** What `api.cache.set` answers; look at `type` first. */
export type CacheSetResult = CacheSetSuccess | CacheError;

/** What `api.cache.delete` answers; look at `type` first. */
export type CacheDeleteResult = CacheDeleteSuccess | CacheError;

/** The record was stored. */
export interface CacheSetSuccess {
  /** Tells success from error. Source: C1. */
  readonly type: 'success';
  /** The record as it was stored, with the lifetime that it really has. Source: C1, C5. */
  readonly record: CacheRecord;
}

/** The record was removed. */
export interface CacheDeleteSuccess {
  /** Tells success from error. Source: C1. */
  readonly type: 'success';
}

/** Nothing was changed. */
export interface CacheError {
  /** Tells error from success. Source: C1. */
  readonly type: 'error';
  /** Why nothing was changed. Source: C6, C7, C10. */
  readonly code: CacheErrorCode;
}
