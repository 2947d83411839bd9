import type { CacheRecord } from '@signup-actions/types';
import type { FlowState, Records } from './state.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

const error = (code: string) => ({ type: 'error', code });

const sizeOf = (records: Records): number =>
  [...records].reduce((sum, [key, { value }]) => sum + bytes(key) + bytes(value), 0);

/** Whether there is a record, until it has expired (C8). */
const isLive = (records: Records, key: string, now: number): boolean =>
  now <= (records.get(key)?.expires_at ?? -Infinity);

/** The record, and what is said of a default lifetime that may be shorter (C4). */
export function getRecord(
  records: Records,
  key: string,
  now: number,
  notes: string[],
): CacheRecord | undefined {
  const record = isLive(records, key, now) ? records.get(key) : undefined;
  if (!record) return undefined;
  const { since = now, ...kept } = record;
  if (now - since > 15 * 60_000) notes.push('cache-default-lifetime');
  return kept;
}

/** The effect and the result of `cache.set` (C1, C4, C5, C6). */
export function setRecord(
  { records, written, limits }: FlowState,
  key: string,
  value: string,
  now: number,
  { ttl, expires_at: until }: Readonly<Partial<Record<'ttl' | 'expires_at', unknown>>> = {},
): object {
  if (bytes(key) > limits.maxCacheKeyBytes) return error('CacheKeySizeExceeded');
  if (bytes(value) > limits.maxCacheValueBytes) return error('CacheValueSizeExceeded');
  const given = [ttl, until].filter((time) => time !== undefined);
  if (!given.every(Number.isFinite)) return error('InvalidExpiry');
  const longest = given.length === 0 ? limits.cacheDefaultTtlMs : limits.cacheMaxTtlMs;
  const ends = [now + Math.floor(Number(ttl ?? Infinity)), Math.floor(Number(until ?? Infinity))];
  const end = Math.min(now + longest, now + limits.cacheMaxTtlMs, ...ends);
  if (end <= now) return error('ItemAlreadyExpired');

  // Expired records are gone, even if the clock is set back.
  for (const name of records.keys()) if (!isLive(records, name, now)) records.delete(name);
  const record = { value, expires_at: end };
  const after = new Map<string, CacheRecord>(records).set(key, record);
  // A cache that is over its limits may be, as long as it takes no further record.
  const isNew = !records.has(key);
  const isTooMuch = sizeOf(after) > limits.maxCacheBytes;
  const wasTooMuch = sizeOf(records) > limits.maxCacheBytes;
  if ((isNew && after.size > limits.maxCacheRecords) || (isTooMuch && (isNew || !wasTooMuch)))
    return error('CacheSizeExceeded');
  records.set(key, { ...record, since: given.length === 0 ? now : undefined });
  written.add(key);
  return { type: 'success', record };
}

/** The effect and the result of `cache.delete` (C7). */
export function deleteRecord({ records, written }: FlowState, key: string, now: number): object {
  if (!isLive(records, key, now)) return error('CacheKeyDoesNotExist');
  records.delete(key);
  written.add(key);
  return { type: 'success' };
}

/** The records that a flow finds in the store: no expired ones, and none with too long a lifetime (C5, C8). */
export function loadRecords(stored: Records, now: number, limits: FlowState['limits']): Records {
  const live = [...stored].filter(([key]) => isLive(stored, key, now));
  const cap = (end: number): number => Math.min(end, now + limits.cacheMaxTtlMs);
  return new Map(live.map(([key, one]) => [key, { ...one, expires_at: cap(one.expires_at) }]));
}

/** The records in the store afterwards, whatever the outcome of the flow (C2, C9, C11). */
export function storeRecords(stored: Records, state: FlowState, now: number): Records {
  const { written, records, limits } = state;
  if (written.size === 0) return stored;
  // A clock that is wrong by less than five minutes removes nothing.
  const cap = (end: number): number => Math.min(end, now + limits.cacheMaxTtlMs + 300_000);
  const others = [...stored].filter(([key, { expires_at: end }]) => {
    return !written.has(key) && now <= end + 300_000;
  });
  const mine = [...records].filter(([key]) => written.has(key));
  const kept = others.map(([key, one]) => [key, { ...one, expires_at: cap(one.expires_at) }]);
  return new Map([...(kept as typeof mine), ...mine]);
}
