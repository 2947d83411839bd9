import type { CacheRecord } from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { isLive, type CacheRecords } from './live-cache.ts';

/**
 * The whole cache of one tenant as the string that a store keeps.
 *
 * @internal
 */
export const toDocument = (records: CacheRecords): string =>
  JSON.stringify({
    version: 1,
    records: [...records].map(([key, { value, expires_at }]) => [key, value, expires_at]),
  });

/**
 * The records of a document. Never trusts the store: an unreadable document is an empty cache; invalid or expired
 * records are dropped; lifetimes are limited.
 *
 * @internal
 */
export function fromDocument(text: unknown, now: number, limits: Limits): CacheRecords {
  const records: CacheRecords = new Map();
  for (const entry of readEntries(text) ?? []) {
    if (!isEntry(entry)) continue;
    const [key, value, expires_at] = entry;
    // Limited, not dropped: the cache must survive a clock that was set back.
    const expiry = Math.min(expires_at, now + limits.cacheMaxTtlMs);
    const record: CacheRecord = Object.freeze({ value, expires_at: expiry });
    if (isLive(record, now)) records.set(key, record);
  }
  return records;
}

/**
 * Whether a string is a complete, valid document. Check a user-editable file with this first: a flow treats
 * anything invalid as an empty cache.
 *
 * @internal
 */
export const isCacheDocument = (text: string): boolean =>
  readEntries(text)?.every(isEntry) ?? false;

/** The entries of a document; `undefined` if it is not a document. */
function readEntries(text: unknown): readonly unknown[] | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const document: unknown = JSON.parse(text);
    const { version, records } = document as { version?: unknown; records?: unknown };
    return version === 1 && Array.isArray(records) ? records : undefined;
  } catch {
    return undefined;
  }
}

const isEntry = (entry: unknown): entry is [key: string, value: string, expires_at: number] =>
  Array.isArray(entry) &&
  entry.length === 3 &&
  typeof entry[0] === 'string' &&
  typeof entry[1] === 'string' &&
  Number.isSafeInteger(entry[2]);
