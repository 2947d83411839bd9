import type { CacheRecord } from '@signup-actions/types';
import type { Limits } from '../limits.ts';
import { createRecord, isLive, moveRecord, writeTimeOf, type CacheRecords } from './record.ts';

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
 * The live records of a document, with their lifetimes limited (C5, C8).
 *
 * @internal
 */
export function fromDocument(text: unknown, now: number, limits: Limits): CacheRecords {
  const live: CacheRecords = new Map();
  for (const [key, stored] of readDocument(text, limits)) {
    const record = limitLifetime(stored, now + limits.cacheMaxTtlMs);
    if (isLive(record, now)) live.set(key, record);
  }
  return live;
}

/**
 * The records of a document as they are. Never trusts the store: a document that is unreadable, or so long that
 * parsing it would take noticeable time, is an empty cache; invalid records are dropped.
 */
export function readDocument(text: unknown, limits: Limits): CacheRecords {
  const records: CacheRecords = new Map();
  const isTooLong = typeof text === 'string' && text.length > maxDocumentLength(limits);
  for (const entry of (isTooLong ? undefined : readEntries(text)) ?? []) {
    if (!isEntry(entry)) continue;
    const [key, ...record] = entry;
    records.set(key, createRecord(...record));
  }
  return records;
}

/** Many times what a cache can hold, however much of it JSON escapes and however many servers overfilled it. */
const maxDocumentLength = ({ maxCacheBytes }: Limits): number => 1_000_000 + 100 * maxCacheBytes;

/**
 * The document when its records are older by these milliseconds.
 *
 * @internal
 */
export const ageDocument = (text: string, ms: number, limits: Limits): string =>
  toDocument(
    new Map([...readDocument(text, limits)].map(([key, record]) => [key, moveRecord(record, -ms)])),
  );

/** Limited, not dropped: the cache must survive a clock that was set back. */
export const limitLifetime = (record: CacheRecord, latest: number): CacheRecord =>
  record.expires_at <= latest ? record : createRecord(record.value, latest, writeTimeOf(record));

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
