import type { Limits } from '../limits.ts';
import type { Clock } from '../ports.ts';
import { limitLifetime, readDocument, toDocument } from './document.ts';
import { createLiveCache, type LiveCache } from './live-cache.ts';
import { createPendingWrites, type PendingWrites, type Writer } from './pending-writes.ts';
import { isLive, isSameRecord, moveRecord, type CacheRecords } from './record.ts';
import { limitLifetimes, maxSkewMs, retainRecords } from './retain-records.ts';
import type { StoreTime } from './store-time.ts';

/**
 * The cache of one tenant in memory, which all open flows of this process share (C2): what the store had when this
 * process last looked, and the writes that it does not have yet.
 */
export interface SharedDocument {
  readonly pending: PendingWrites;
  /** The cache as one flow uses it. `onWrite` is called after each write. */
  readonly open: (writer: Writer, onWrite: () => void) => LiveCache;
  /** Takes over what the store has now. */
  readonly receive: (text: unknown) => void;
  /** What the store is about to receive. */
  readonly send: () => Sent;
  /** The store has taken what was sent. */
  readonly confirm: (sent: Sent) => void;
  /** Shows what the store has instead of writes that were given up. */
  readonly giveUp: () => void;
  /** The string that the store had when this process last looked; `undefined` if it had none. */
  readonly storedText: () => string | undefined;
  /** No flow uses the cache: what memory holds now counts only while the store is down. */
  readonly rest: () => void;
}

/** A document that the store receives. */
interface Sent {
  readonly text: string;
  readonly records: CacheRecords;
}

/** What a shared document needs. */
export interface SharedDocumentOptions {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly time: StoreTime;
}

/** Creates an empty document. */
export function createSharedDocument({
  clock,
  limits,
  time,
}: SharedDocumentOptions): SharedDocument {
  const pending = createPendingWrites();
  /** What flows see, in the time of this process. */
  const shown: CacheRecords = new Map();
  /** What the store had, in its own time. */
  let known: CacheRecords = new Map();
  let storedText: string | undefined;
  let isResting = false;
  /** What was parsed last: most reads find what the one before found. */
  let parsed: { readonly text: unknown; readonly records: CacheRecords } | undefined;
  /** From what `shown` was made, if it has nothing else. */
  let source: { readonly known: CacheRecords; readonly offset: number } | undefined;

  const now = (): number => Math.floor(clock());
  const storeNow = (): number => now() + time.offset();
  const parse = (text: unknown): CacheRecords => {
    if (!parsed || parsed.text !== text) parsed = { text, records: readDocument(text, limits) };
    return parsed.records;
  };
  /** Whether flows see all records already. Fewer are shown if some have expired, and the clock may be set back. */
  const isShown = (): boolean =>
    source?.known === known && source.offset === time.offset() && shown.size === known.size;
  const show = (): void => {
    if (isShown()) {
      isResting = false;
      return;
    }
    for (const key of shown.keys()) {
      // Only for flows that are open must a record stay as it was shown.
      if (!pending.has(key) && (isResting || !known.has(key))) shown.delete(key);
    }
    isResting = false;
    for (const [key, stored] of known) {
      const local = moveRecord(stored, -time.offset());
      // A record that is shown already stays as it is, even if the clock was set back (C8).
      if (pending.has(key) || isSameRecord(local, shown.get(key))) continue;
      const record = limitLifetime(local, now() + limits.cacheMaxTtlMs);
      if (isLive(record, now())) shown.set(key, record);
      else shown.delete(key);
    }
    source = pending.isEmpty() ? { known, offset: time.offset() } : undefined;
  };

  return {
    pending,
    open: (writer, onWrite) =>
      createLiveCache(limits, shown, (key) => {
        const record = shown.get(key);
        source = undefined;
        pending.add(key, record && moveRecord(record, time.offset()), writer);
        onWrite();
      }),
    receive(text) {
      const isMissing = text === undefined || text === null;
      storedText = typeof text === 'string' ? text : undefined;
      // A store that has nothing although flows use the document has lost its data; memory keeps the records.
      if (!isMissing || isResting) {
        const stored = parse(text);
        if (!pending.isEmpty()) {
          const kept = retainRecords(stored, storeNow(), limits);
          pending.compare(stored, known, storeNow() - maxSkewMs, kept);
        }
        known = stored;
      }
      show();
    },
    send() {
      known = limitLifetimes(retainRecords(known, storeNow(), limits), storeNow(), limits);
      const records = pending.send(known);
      return { text: toDocument(records), records };
    },
    confirm({ text, records }) {
      pending.confirm();
      known = records;
      storedText = text;
    },
    giveUp() {
      pending.giveUp();
      show();
    },
    storedText: () => storedText,
    rest() {
      isResting = true;
    },
  };
}
