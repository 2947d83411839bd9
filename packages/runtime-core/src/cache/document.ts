import type { CacheRecord } from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { isLive, keepWriteTime, writeTimeOf, type CacheRecords } from './live-cache.ts';

/**
 * The whole cache of one tenant as the string that a store keeps.
 *
 * @internal
 */
export const toDocument = (records: CacheRecords): string =>
  JSON.stringify({
    version: 1,
    records: [...records].map(([key, record]) => toEntry(key, record)),
  });

/** The write time is stored only for records that have the default lifetime (C4). */
function toEntry(key: string, record: CacheRecord): readonly (number | string)[] {
  const { value, expires_at } = record;
  const writtenAt = writeTimeOf(record);
  return writtenAt === undefined ? [key, value, expires_at] : [key, value, expires_at, writtenAt];
}

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
    const [key, value, expires_at, writtenAt] = entry;
    // Limited, not dropped: the cache must survive a clock that was set back.
    const expiry = Math.min(expires_at, now + limits.cacheMaxTtlMs);
    const record: CacheRecord = Object.freeze({ value, expires_at: expiry });
    if (writtenAt !== undefined) keepWriteTime(record, writtenAt);
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

type Entry = [key: string, value: string, expires_at: number, writtenAt?: number];

const isEntry = (entry: unknown): entry is Entry =>
  Array.isArray(entry) &&
  (entry.length === 3 || entry.length === 4) &&
  typeof entry[0] === 'string' &&
  typeof entry[1] === 'string' &&
  entry.slice(2).every(Number.isSafeInteger);
