import type { Limits } from '../limits.ts';
import { utf8Bytes } from '../data/utf8.ts';
import { limitLifetime } from './document.ts';
import { isLive, type CacheRecords } from './record.ts';

/** How wrong a clock may be without removing the records of other processes (C11). */
export const maxSkewMs = 300_000;

/** How many times the limits of a cache may be filled by records that have expired. */
const maxExpired = 10;

/**
 * The records of a document that a write keeps. Those that expired less than five minutes ago are among them, since
 * other clocks may show them as live; of too many, the ones that expired last.
 */
export function retainRecords(stored: CacheRecords, now: number, limits: Limits): CacheRecords {
  const kept = new Map(stored);
  let countLeft = maxExpired * limits.maxCacheRecords;
  let bytesLeft = maxExpired * limits.maxCacheBytes;
  const byExpiry = [...stored].toSorted(([, one], [, other]) => other.expires_at - one.expires_at);
  for (const [key, record] of byExpiry) {
    if (isLive(record, now)) continue;
    countLeft -= 1;
    bytesLeft -= utf8Bytes(key) + utf8Bytes(record.value);
    const isKept = isLive(record, now - maxSkewMs) && countLeft >= 0 && bytesLeft >= 0;
    if (!isKept) kept.delete(key);
  }
  return kept;
}

/** Limits lifetimes to the longest that a process whose clock is five minutes ahead can give (C5). */
export const limitLifetimes = (
  records: CacheRecords,
  now: number,
  { cacheMaxTtlMs }: Limits,
): CacheRecords => {
  const latest = now + cacheMaxTtlMs + maxSkewMs;
  return new Map([...records].map(([key, record]) => [key, limitLifetime(record, latest)]));
};
