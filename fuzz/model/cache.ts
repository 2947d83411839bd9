import type { CacheDeleteResult, CacheRecord, CacheSetResult } from '@signup-actions/types';
import type { FlowState } from './state.ts';

type Cache = Pick<FlowState, 'records' | 'written' | 'limits'>;

const bytes = (text: string): number => Buffer.byteLength(text);
const error = <Code extends string>(code: Code): { type: 'error'; code: Code } => ({
  type: 'error',
  code,
});

/** The record, until it has expired (C8). */
export const getRecord = (
  records: ReadonlyMap<string, CacheRecord>,
  key: string,
  now: number,
): CacheRecord | undefined => {
  const record = records.get(key);
  return record && now <= record.expires_at ? record : undefined;
};

/** What `cache.set` does and answers (C1, C4, C5, C6). */
export function setRecord(
  { records, written, limits }: Cache,
  [key, value, options]: readonly [string, string, { ttl?: unknown; expires_at?: unknown }?],
  now: number,
): CacheSetResult {
  if (bytes(key) > limits.maxCacheKeyBytes) return error('CacheKeySizeExceeded');
  if (bytes(value) > limits.maxCacheValueBytes) return error('CacheValueSizeExceeded');
  const { ttl, expires_at: end } = options ?? {};
  const given = [ttl, end].filter((lifetime) => lifetime !== undefined);
  if (!given.every((lifetime) => Number.isFinite(lifetime))) return error('InvalidExpiry');
  const ends = [now + limits.cacheMaxTtlMs];
  if (ttl !== undefined) ends.push(now + Math.floor(Number(ttl)));
  if (end !== undefined) ends.push(Math.floor(Number(end)));
  if (given.length === 0) ends.push(now + limits.cacheDefaultTtlMs);
  const record = { value, expires_at: Math.min(...ends) };
  if (record.expires_at <= now) return error('ItemAlreadyExpired');

  // What has expired is gone, also for a clock that is set back.
  for (const name of records.keys()) if (!getRecord(records, name, now)) records.delete(name);
  const after = [...new Map(records).set(key, record)];
  const total = after.reduce((sum, [name, kept]) => sum + bytes(name) + bytes(kept.value), 0);
  if (after.length > limits.maxCacheRecords) return error('CacheSizeExceeded');
  if (total > limits.maxCacheBytes) return error('CacheSizeExceeded');
  records.set(key, record);
  written.add(key);
  return { type: 'success', record };
}

/** What `cache.delete` does and answers (C7). */
export function deleteRecord(
  { records, written }: Cache,
  key: string,
  now: number,
): CacheDeleteResult {
  if (!getRecord(records, key, now)) return error('CacheKeyDoesNotExist');
  records.delete(key);
  written.add(key);
  return { type: 'success' };
}
