import type { CacheStore } from '../ports.ts';
import type { SharedDocument } from './shared-document.ts';
import type { StoreTime } from './store-time.ts';

/** Exchanges a document with its store, one exchange at a time. */
export interface Synchronizer {
  /**
   * Reads what the store has, or writes what it does not have yet, so that afterwards both have the same. The exchange
   * begins after the call; calls that wait for the same exchange share it. Rejects if the store fails.
   */
  readonly synchronize: () => Promise<void>;
  /** Does the same, unless the store has everything by then. */
  readonly flush: () => Promise<void>;
  /** Abandons exchanges that did not settle, so that later ones do not wait for them. */
  readonly restart: () => void;
}

/** What a synchronizer needs. */
export interface SynchronizerOptions {
  readonly store: CacheStore;
  readonly storeKey: string;
  readonly time: StoreTime;
  /** How long the store keeps the document, in milliseconds. */
  readonly ttlMs: number;
}

/** How often one exchange compares and sets. Each failure means that another process has succeeded. */
const maxComparisons = 100;
/** How often one exchange writes to a store that cannot compare (C11). */
const maxWrites = 5;

/** Creates a synchronizer that has not read the document. */
export function createSynchronizer(
  document: SharedDocument,
  { store, storeKey, time, ttlMs }: SynchronizerOptions,
): Synchronizer {
  const { pending } = document;
  let isRead = false;
  let isReadDue = false;
  let restarts = 0;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  /** Waits for the store. Throws if the exchange was abandoned: what memory holds may be newer. */
  const ask = async (work: () => unknown): Promise<unknown> => {
    const startedAfter = restarts;
    const result = await work();
    if (startedAfter !== restarts) throw new Error('the store responded too late');
    return result;
  };
  const read = async (): Promise<void> => {
    const get = async (): Promise<unknown> => store.get(storeKey);
    document.receive(await ask(async () => (await Promise.all([get(), time.measure()]))[0]));
    isRead = true;
  };

  const compareAndSet = async (): Promise<boolean> => {
    const sent = document.send();
    const expected = document.storedText();
    const isStored = await ask(() => store.compareAndSet?.(storeKey, expected, sent.text, ttlMs));
    if (isStored === true) document.confirm(sent);
    else pending.withdraw();
    return isStored === true;
  };
  const compareAndSetAll = async (): Promise<void> => {
    if (!isRead || pending.isEmpty()) await read();
    for (let left = maxComparisons; !pending.isEmpty(); left -= 1) {
      if (left === 0) throw new Error('other servers kept changing the record');
      if (await compareAndSet()) return;
      await read();
    }
  };

  const writeAll = async (): Promise<void> => {
    await read();
    let left = maxWrites;
    while (left > 0 && (left === maxWrites ? !pending.isEmpty() : pending.isUnconfirmed())) {
      left -= 1;
      const { text } = document.send();
      const result = await ask(() => store.set(storeKey, text, ttlMs));
      // Keyv returns false instead of throwing.
      if (result === false) throw new Error('the store did not save the record');
      await read();
    }
    if (!pending.isUnconfirmed()) return;
    if (document.storedText() === undefined) throw new Error('the store does not keep the record');
    document.giveUp();
  };

  const exchange = async (): Promise<void> => {
    const startedAfter = restarts;
    // Calls of the same moment share the next exchange even if none is running.
    await running?.catch(() => {});
    if (startedAfter !== restarts) throw new Error('the store responded too late');
    next = undefined;
    if (!isReadDue && pending.isEmpty()) return;
    isReadDue = false;
    running = typeof store.compareAndSet === 'function' ? compareAndSetAll() : writeAll();
    await running;
  };

  return {
    synchronize() {
      isReadDue = true;
      return (next ??= exchange());
    },
    flush: () => (next ??= exchange()),
    restart() {
      restarts += 1;
      isRead = false;
      running = undefined;
      next = undefined;
    },
  };
}
