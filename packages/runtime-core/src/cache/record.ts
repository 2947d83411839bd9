import type { CacheRecord } from '@signup-actions/types';

/**
 * The records of a live cache; code that persists them shares the map.
 *
 * @internal
 */
export type CacheRecords = Map<string, CacheRecord>;

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

/** The same record by another clock. */
export function moveRecord(record: CacheRecord, ms: number): CacheRecord {
  if (ms === 0) return record;
  const writtenAt = writeTimeOf(record);
  const { value, expires_at } = record;
  return createRecord(value, expires_at + ms, writtenAt === undefined ? undefined : writtenAt + ms);
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
