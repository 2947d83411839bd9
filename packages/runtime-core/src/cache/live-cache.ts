import type {
  CacheDeleteResult,
  CacheErrorCode,
  CacheRecord,
  CacheSetResult,
} from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { utf8Bytes } from '../data/utf8.ts';

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

/**
 * The records of a live cache; code that persists them shares the map.
 *
 * @internal
 */
export type CacheRecords = Map<string, CacheRecord>;

/** The result of a write that was rejected. */
export const cacheError = <Code extends CacheErrorCode>(
  code: Code,
): { readonly type: 'error'; readonly code: Code } => Object.freeze({ type: 'error', code });

/** Hides when a record that has the default lifetime was written: an Action may rely on it by mistake (C4). */
const writeTime: unique symbol = Symbol('write time');

/** When a record without a lifetime of its own was written; `undefined` for other records. */
export const writeTimeOf = (record: CacheRecord): number | undefined =>
  (record as { readonly [writeTime]?: number })[writeTime];

/** Creates a record; `writtenAt` is given for one without a lifetime of its own. */
export function createRecord(value: string, expires_at: number, writtenAt?: number): CacheRecord {
  const record: CacheRecord = { value, expires_at };
  if (writtenAt !== undefined) Object.defineProperty(record, writeTime, { value: writtenAt });
  return Object.freeze(record);
}

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

/** Whether two records are the same, or both are missing. */
export const isSameRecord = (
  one: CacheRecord | undefined,
  other: CacheRecord | undefined,
): boolean =>
  one?.value === other?.value &&
  one?.expires_at === other?.expires_at &&
  (one && writeTimeOf(one)) === (other && writeTimeOf(other));

/** A record can be read up to and including its last millisecond (C8). */
export const isLive = ({ expires_at }: CacheRecord, now: number): boolean => now <= expires_at;

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

/**
 * The lifetime options of `cache.set` as received, not yet checked.
 *
 * @internal
 */
export interface Lifetime {
  /** Milliseconds from now. */
  readonly ttl?: number;
  /** Milliseconds since the epoch. */
  readonly expires_at?: number;
}

/** Reads the options once. An `undefined` lifetime counts as absent, `null` as invalid (C6). */
export function toLifetime(options: unknown): Lifetime | undefined {
  if (options === undefined || options === null) return undefined;
  // A bare number is probably meant as a lifetime; it must not silently become the default.
  if (typeof options !== 'object') return Object.freeze({ ttl: Number.NaN });
  const { ttl, expires_at } = options as Lifetime;
  return Object.freeze({
    ...(ttl !== undefined && { ttl }),
    ...(expires_at !== undefined && { expires_at }),
  });
}

const hasNoLifetime = ({ ttl, expires_at }: Lifetime): boolean =>
  ttl === undefined && expires_at === undefined;

/** When a record that is written now expires, or why it cannot be written. */
function toExpiry(
  { ttl, expires_at }: Lifetime,
  now: number,
  limits: Limits,
): number | Extract<CacheErrorCode, 'InvalidExpiry' | 'ItemAlreadyExpired'> {
  const isInvalid = [ttl, expires_at].some((time) => time !== undefined && !Number.isFinite(time));
  if (isInvalid) return 'InvalidExpiry';
  const defaultTtl = expires_at === undefined ? limits.cacheDefaultTtlMs : limits.cacheMaxTtlMs;
  // The earlier of the two, limited by the longest lifetime (C5).
  const expiry = Math.min(
    now + Math.floor(ttl ?? defaultTtl),
    Math.floor(expires_at ?? Infinity),
    now + limits.cacheMaxTtlMs,
  );
  return expiry > now ? expiry : 'ItemAlreadyExpired';
}
