import type { CacheDeleteResult, CacheRecord, CacheSetResult } from '@signup-actions/types';
import type { ModelLimits } from './limits.ts';

export type Records = ReadonlyMap<string, CacheRecord>;

const bytes = (text: string): number => Buffer.byteLength(text);
const error = <Code extends string>(code: Code): { type: 'error'; code: Code } => ({
  type: 'error',
  code,
});

/** The record, until it has expired (C8). */
export const getRecord = (records: Records, key: string, now: number): CacheRecord | undefined => {
  const record = records.get(key);
  return record && now <= record.expires_at ? record : undefined;
};

/** What `cache.set` answers (C1, C4, C5, C6). */
export function setRecord(
  records: Map<string, CacheRecord>,
  [key, value, options = {}]: readonly [string, string, { ttl?: unknown; expires_at?: unknown }?],
  now: number,
  limits: ModelLimits,
): CacheSetResult {
  if (bytes(key) > limits.maxCacheKeyBytes) return error('CacheKeySizeExceeded');
  if (bytes(value) > limits.maxCacheValueBytes) return error('CacheValueSizeExceeded');
  const { ttl, expires_at: end } = options;
  const given = [ttl, end].filter((lifetime) => lifetime !== undefined);
  if (!given.every((lifetime) => Number.isFinite(lifetime))) return error('InvalidExpiry');
  const ends = [
    ...(ttl === undefined ? [] : [now + Number(ttl)]),
    ...(end === undefined ? [] : [Number(end)]),
    ...(given.length === 0 ? [now + limits.cacheDefaultTtlMs] : []),
  ];
  const expires_at = Math.floor(Math.min(...ends, now + limits.cacheMaxTtlMs));
  if (expires_at <= now) return error('ItemAlreadyExpired');
  const others = [...records].filter(([name]) => name !== key && getRecord(records, name, now));
  const total = others.reduce((sum, [name, record]) => sum + bytes(name) + bytes(record.value), 0);
  if (others.length + 1 > limits.maxCacheRecords) return error('CacheSizeExceeded');
  if (total + bytes(key) + bytes(value) > limits.maxCacheBytes) return error('CacheSizeExceeded');
  const record = { value, expires_at };
  records.set(key, record);
  return { type: 'success', record };
}

/** What `cache.delete` answers (C7). */
export function deleteRecord(
  records: Map<string, CacheRecord>,
  key: string,
  now: number,
): CacheDeleteResult {
  if (!getRecord(records, key, now)) return error('CacheKeyDoesNotExist');
  records.delete(key);
  return { type: 'success' };
}
