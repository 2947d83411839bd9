import type { CacheRecord } from '@signup-actions/types';
import { isLive, isSameRecord, type CacheRecords } from './record.ts';

/** A flow that writes. It is told which of its writes were lost. */
export interface Writer {
  readonly lose: (key: string) => void;
}

/** The writes of this process that the store has not confirmed. Records are in the store's time. */
export interface PendingWrites {
  readonly isEmpty: () => boolean;
  readonly has: (key: string) => boolean;
  /** Adds a write; without a record, it deletes. It replaces an earlier one of the same key. */
  readonly add: (key: string, record: CacheRecord | undefined, writer: Writer) => void;
  /** Returns the records with all writes applied, which the store is about to receive. */
  readonly send: (records: CacheRecords) => CacheRecords;
  /** The store has what was sent last. */
  readonly confirm: () => void;
  /** The store does not have what was sent last. */
  readonly withdraw: () => void;
  /** Whether something was sent and neither confirmed nor withdrawn. */
  readonly isUnconfirmed: () => boolean;
  /**
   * Compares the writes with what is stored now and what was stored when this process last looked (C11): what has
   * arrived is confirmed, and a record that another process has changed stays. A write whose record expired before
   * `expiredMs` has nothing left to store. `kept` are the stored records that the next write keeps: no other record is a
   * conflict, but a write has arrived even if its record is not among them.
   */
  readonly compare: (
    stored: CacheRecords,
    known: CacheRecords,
    expiredMs: number,
    kept?: CacheRecords,
  ) => void;
  /** Gives up what was sent and did not arrive. */
  readonly giveUp: () => void;
  /** Whether a write of this flow is not confirmed yet. */
  readonly isAwaited: (writer: Writer) => boolean;
  /** The flow is over, and can no longer be told. */
  readonly forget: (writer: Writer) => void;
}

/** The latest write of a key. */
interface Write {
  readonly record: CacheRecord | undefined;
  readonly unsentBy: Set<Writer>;
  readonly sentBy: Set<Writer>;
  /** Records that were sent and may have arrived, the latest one last. */
  readonly sent: (CacheRecord | undefined)[];
}

/** How many records of a key are remembered as sent, if the store never says what became of them. */
const maxSent = 20;

/** Creates an empty list of writes. */
export function createPendingWrites(): PendingWrites {
  const writes = new Map<string, Write>();
  const lose = (key: string, { unsentBy, sentBy }: Write): void => {
    for (const writer of new Set([...sentBy, ...unsentBy])) writer.lose(key);
    writes.delete(key);
  };
  /** The store has or had the record that was sent at this index, and later ones may still arrive. */
  const arrive = (key: string, write: Write, index: number): void => {
    if (isSameRecord(write.sent[index], write.record)) writes.delete(key);
    write.sent.splice(0, index + 1);
    if (write.sent.length === 0) write.sentBy.clear();
  };
  return {
    isEmpty: () => writes.size === 0,
    has: (key) => writes.has(key),
    add(key, record, writer) {
      const earlier = writes.get(key) ?? { unsentBy: new Set(), sentBy: new Set(), sent: [] };
      earlier.unsentBy.add(writer);
      writes.set(key, { ...earlier, record });
    },
    send(records) {
      const next = new Map(records);
      for (const [key, { record, unsentBy, sentBy, sent }] of writes) {
        if (record) next.set(key, record);
        else next.delete(key);
        for (const writer of unsentBy) sentBy.add(writer);
        unsentBy.clear();
        sent.push(record);
        if (sent.length > maxSent) sent.shift();
      }
      return next;
    },
    confirm() {
      for (const [key, write] of writes) {
        if (write.sent.length > 0) arrive(key, write, write.sent.length - 1);
      }
    },
    withdraw() {
      for (const { sent } of writes.values()) sent.pop();
    },
    isUnconfirmed: () => [...writes.values()].some(({ sent }) => sent.length > 0),
    compare(stored, known, expiredMs, kept = stored) {
      for (const [key, write] of writes) {
        const theirs = kept.get(key);
        const index = write.sent.findLastIndex((sent) => isSameRecord(sent, stored.get(key)));
        if (index !== -1) arrive(key, write, index);
        else if (theirs && !isSameRecord(theirs, known.get(key))) lose(key, write);
        else if (!theirs && !(write.record && isLive(write.record, expiredMs))) writes.delete(key);
      }
    },
    giveUp() {
      for (const [key, write] of writes) if (write.sent.length > 0) lose(key, write);
    },
    isAwaited: (writer) =>
      [...writes.values()].some(
        ({ unsentBy, sentBy }) => unsentBy.has(writer) || sentBy.has(writer),
      ),
    forget(writer) {
      for (const { unsentBy, sentBy } of writes.values()) {
        unsentBy.delete(writer);
        sentBy.delete(writer);
      }
    },
  };
}
