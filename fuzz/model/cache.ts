import type { CacheDeleteResult, CacheRecord, CacheSetResult } from '@signup-actions/types';
import type { FlowState } from './state.ts';

type Lifetime = { readonly ttl?: unknown; readonly expires_at?: unknown } | undefined;

export const cacheIsFull: CacheSetResult = { type: 'error', code: 'CacheSizeExceeded' };

const bytes = (text: string): number => Buffer.byteLength(text);

/** The record, until it has expired (C8). */
export function getRecord(
  { records }: Pick<FlowState, 'records'>,
  key: string,
  now: number,
): CacheRecord | undefined {
  const record = records.get(key);
  return record && now <= record.expires_at ? record : undefined;
}

/** What `cache.set` does and answers (C1, C4, C5, C6). */
export function setRecord(
  { records, written, limits }: FlowState,
  [key, value, lifetime]: readonly [string, string, Lifetime],
  now: number,
): CacheSetResult {
  if (bytes(key) > limits.maxCacheKeyBytes) return { type: 'error', code: 'CacheKeySizeExceeded' };
  if (bytes(value) > limits.maxCacheValueBytes)
    return { type: 'error', code: 'CacheValueSizeExceeded' };
  const { ttl, expires_at: end } = lifetime ?? {};
  const given = [ttl, end].filter((time) => time !== undefined);
  if (!given.every(Number.isFinite)) return { type: 'error', code: 'InvalidExpiry' };
  const longest = given.length === 0 ? limits.cacheDefaultTtlMs : limits.cacheMaxTtlMs;
  const ends = [now + Math.min(longest, limits.cacheMaxTtlMs)];
  if (ttl !== undefined) ends.push(now + Math.floor(Number(ttl)));
  if (end !== undefined) ends.push(Math.floor(Number(end)));
  const record = { value, expires_at: Math.min(...ends) };
  if (record.expires_at <= now) return { type: 'error', code: 'ItemAlreadyExpired' };

  // What has expired is gone, also for a clock that is set back.
  for (const name of records.keys()) if (!getRecord({ records }, name, now)) records.delete(name);
  const after = new Map(records).set(key, record);
  const total = [...after].reduce((sum, [name, kept]) => sum + bytes(name) + bytes(kept.value), 0);
  if (after.size > limits.maxCacheRecords || total > limits.maxCacheBytes) return cacheIsFull;
  records.set(key, record);
  written.add(key);
  return { type: 'success', record };
}

/** What `cache.delete` does and answers (C7). */
export function deleteRecord(state: FlowState, key: string, now: number): CacheDeleteResult {
  if (!getRecord(state, key, now)) return { type: 'error', code: 'CacheKeyDoesNotExist' };
  state.records.delete(key);
  state.written.add(key);
  return { type: 'success' };
}
