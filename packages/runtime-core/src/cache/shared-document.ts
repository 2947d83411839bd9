import type { Limits } from '../limits.ts';
import type { CacheStore, Clock } from '../ports.ts';
import { fromDocument, toDocument } from './document.ts';
import { createLiveCache, type CacheRecords, type LiveCache } from './live-cache.ts';

/** The cache of one tenant in memory, which all open flows of this process share (C2). */
export interface SharedDocument {
  readonly cache: LiveCache;
  /** Loads the store's records, only once however often it is called. */
  readonly load: () => Promise<void>;
  /** Stores what was written. Flows that call it while a commit runs share the next commit. */
  readonly commit: () => Promise<void>;
  /** Whether there are writes that the store does not have yet. */
  readonly hasUnstored: () => boolean;
  /** Abandons loads and commits that did not settle, so that later ones do not wait for them. */
  readonly restart: () => void;
}

/** What a shared document needs. */
export interface SharedDocumentOptions {
  readonly store: CacheStore;
  readonly clock: Clock;
  readonly limits: Limits;
}

/** Creates the document that the store keeps under `storeKey`, not yet loaded. */
export function createSharedDocument(
  storeKey: string,
  { store, clock, limits }: SharedDocumentOptions,
): SharedDocument {
  const records: CacheRecords = new Map();
  /** Keys that differ from the store because of writes here. */
  const written = new Set<string>();
  let restarts = 0;

  /** Reads what other processes wrote; writes made here in the meantime win. */
  const read = async (): Promise<void> => {
    const startedAfter = restarts;
    const text = await store.get(storeKey);
    // This read was abandoned; the in-memory records may be newer.
    if (startedAfter !== restarts) throw new Error('the store responded too late');
    // A store that lost its data returns nothing; keep the in-memory records.
    if (text === undefined || text === null) return;
    const stored = fromDocument(text, clock(), limits);
    const isUnchanged = (key: string): boolean => !written.has(key);
    for (const key of [...records.keys()].filter(isUnchanged)) records.delete(key);
    for (const [key, record] of stored) if (isUnchanged(key)) records.set(key, record);
  };

  const write = async (): Promise<void> => {
    const sent = [...written].map((key) => [key, records.get(key)] as const);
    const result = await store.set(storeKey, toDocument(records), limits.cacheMaxTtlMs);
    // Keyv returns false instead of throwing.
    if (result === false) throw new Error('the store did not save the record');
    // What has changed in the meantime is left for the next commit.
    for (const [key, record] of sent) if (records.get(key) === record) written.delete(key);
  };

  let loading: Promise<void> | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const commitNow = async (): Promise<void> => {
    await running?.catch(() => {});
    next = undefined;
    if (written.size === 0) return;
    running = read().then(write);
    await running;
  };

  return {
    cache: createLiveCache(limits, records, (key) => written.add(key)),
    load: () => (loading ??= read()),
    commit: () => (next ??= commitNow()),
    hasUnstored: () => written.size > 0,
    restart() {
      restarts += 1;
      loading = undefined;
      running = undefined;
      next = undefined;
    },
  };
}
