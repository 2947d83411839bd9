import type {
  CacheDeleteResult,
  CacheErrorCode,
  CacheRecord,
  CacheSetResult,
} from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { utf8Bytes } from '../data/utf8.ts';
import { toExpiry, type Lifetime } from './lifetime.ts';

/** The records of one cache, live in memory. Times are milliseconds since the epoch. */
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

/** The records that a live cache works on; whoever persists them shares the map. */
export type CacheRecords = Map<string, CacheRecord>;

/** A cache write that was refused. */
export const cacheError = <Code extends CacheErrorCode>(
  code: Code,
): { readonly type: 'error'; readonly code: Code } => Object.freeze({ type: 'error', code });

/** A cache over `records`, with the rules C4 to C8. `onWrite` hears each key that changed. */
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
      const record: CacheRecord = Object.freeze({ value, expires_at: expiry });
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

/** A record is readable up to and including its last millisecond (C8). */
export const isLive = ({ expires_at }: CacheRecord, now: number): boolean => now <= expires_at;

/**
 * Whether the live records, with this one in place of the one it replaces, are within bounds (C6). Records
 * that have expired are swept out on the way.
 */
function hasRoom(
  records: CacheRecords,
  key: string,
  value: string,
  now: number,
  limits: Limits,
): boolean {
  let count = 1;
  let bytes = utf8Bytes(key) + utf8Bytes(value);
  for (const [other, record] of records) {
    if (!isLive(record, now)) records.delete(other);
    else if (other !== key) {
      count += 1;
      bytes += utf8Bytes(other) + utf8Bytes(record.value);
    }
  }
  return count <= limits.maxCacheRecords && bytes <= limits.maxCacheBytes;
}
