import { defaultLimits, type Call } from '@signup-actions/runtime-core';
import { fromDocument, toDocument, type CacheRecords } from '@signup-actions/runtime-core/internal';
import type { CacheEntries } from '@signup-actions/workbench';
import { playgroundLimits } from './flow-job.ts';

/** The cache after these calls. */
export function replayCache(
  before: CacheEntries,
  time: number,
  calls: readonly Call[],
): CacheEntries {
  const [[key, document] = ['cache', undefined]] = before;
  const records: CacheRecords = new Map(fromDocument(document, time, playgroundLimits));
  for (const call of calls) {
    if (call.error || call.late) continue;
    if (call.method === 'cache.set' && call.result.type === 'success') {
      records.set(call.args[0], call.result.record);
    }
    if (call.method === 'cache.delete' && call.result.type === 'success') {
      records.delete(call.args[0]);
    }
  }
  return [[key, toDocument(records)]];
}

/** The cache that these calls have found, as far as they have read it. */
export function findCacheBefore(calls: readonly Call[]): CacheEntries {
  const records: CacheRecords = new Map();
  const touched = new Set<string>();
  for (const call of calls) {
    if (
      call.method !== 'cache.get' &&
      call.method !== 'cache.set' &&
      call.method !== 'cache.delete'
    )
      continue;
    const [key] = call.args;
    if (call.method === 'cache.get' && call.result && !touched.has(key)) {
      records.set(key, call.result);
    }
    touched.add(key);
  }
  return [['cache', toDocument(records)]];
}

/** When these calls were made, by the lifetimes of what they wrote; `otherwise` if that does not show. */
export function findTime(calls: readonly Call[], otherwise: number): number {
  for (const call of calls) {
    if (call.method !== 'cache.set' || call.error || call.result.type !== 'success') continue;
    const [, , { ttl = defaultLimits.cacheDefaultTtlMs, expires_at } = {}] = call.args;
    if (expires_at === undefined) return call.result.record.expires_at - ttl;
  }
  const expiries = calls.flatMap((call) =>
    call.method === 'cache.get' && call.result ? [call.result.expires_at] : [],
  );
  return Math.min(otherwise, ...expiries);
}
