import type {
  CacheDeleteResult,
  CacheErrorCode,
  CacheRecord,
  CacheSetResult,
} from '@signup-actions/types';
import { utf8Bytes } from '../data/utf8.ts';
import type { Limits } from '../limits.ts';
import { hasNoLifetime, toExpiry, type Lifetime } from './lifetime.ts';
import { createRecord, isLive, type CacheRecords } from './record.ts';

/**
 * A cache in memory. Times are milliseconds since the epoch.
 *
 * @internal
 */
export interface LiveCache {
  readonly get: (key: string, now: number) => CacheRecord | undefined;
  readonly set: (
    key: string,
    value: string,
    lifetime: Lifetime | undefined,
    now: number,
  ) => CacheSetResult;
  readonly delete: (key: string, now: number) => CacheDeleteResult;
}

/** The result of a write that was rejected. */
export const cacheError = <Code extends CacheErrorCode>(
  code: Code,
): { readonly type: 'error'; readonly code: Code } => Object.freeze({ type: 'error', code });

/**
 * Creates a cache over `records`, with the rules C4 to C8. `onWrite` receives each key that changed.
 *
 * @internal
 */
export function createLiveCache(
  limits: Limits,
  records: CacheRecords = new Map(),
  onWrite: (key: string) => void = () => {},
): LiveCache {
  const get = (key: string, now: number): CacheRecord | undefined => {
    const record = records.get(key);
    return record && isLive(record, now) ? record : undefined;
  };
  return {
    get,
    set(key, value, lifetime = {}, now) {
      if (utf8Bytes(key) > limits.maxCacheKeyBytes) return cacheError('CacheKeySizeExceeded');
      if (utf8Bytes(value) > limits.maxCacheValueBytes) return cacheError('CacheValueSizeExceeded');
      const expiry = toExpiry(lifetime, now, limits);
      if (typeof expiry === 'string') return cacheError(expiry);
      if (!hasRoom(records, key, value, now, limits)) return cacheError('CacheSizeExceeded');
      const record = createRecord(value, expiry, hasNoLifetime(lifetime) ? now : undefined);
      records.set(key, record);
      onWrite(key);
      return Object.freeze({ type: 'success', record });
    },
    delete(key, now) {
      if (!get(key, now)) return cacheError('CacheKeyDoesNotExist');
      records.delete(key);
      onWrite(key);
      return Object.freeze({ type: 'success' });
    },
  };
}

/**
 * Whether there is room for a record (C6). A new one must fit within both limits. One that replaces another may
 * only not grow the cache over its limit of bytes: a counter in a cache that is over its limits still counts.
 * Deletes expired records on the way.
 */
function hasRoom(
  records: CacheRecords,
  key: string,
  value: string,
  now: number,
  limits: Limits,
): boolean {
  let count = 0;
  let bytes = 0;
  for (const [other, record] of records) {
    if (!isLive(record, now)) {
      records.delete(other);
      continue;
    }
    count += 1;
    bytes += utf8Bytes(other) + utf8Bytes(record.value);
  }
  const replaced = records.get(key);
  if (!replaced) {
    const bytesAfter = bytes + utf8Bytes(key) + utf8Bytes(value);
    return count < limits.maxCacheRecords && bytesAfter <= limits.maxCacheBytes;
  }
  const bytesAfter = bytes - utf8Bytes(replaced.value) + utf8Bytes(value);
  return bytes > limits.maxCacheBytes || bytesAfter <= limits.maxCacheBytes;
}
