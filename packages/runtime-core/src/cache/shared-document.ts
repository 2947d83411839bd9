import type { Limits } from '../limits.ts';
import type { CacheStore, Clock } from '../ports.ts';
import { fromDocument, toDocument } from './document.ts';
import { createLiveCache, type CacheRecords, type LiveCache } from './live-cache.ts';

/** The live document of one tenant's cache: every open flow of this process reads and writes it (C2). */
export interface SharedDocument {
  readonly cache: LiveCache;
  /** Resolves once the store's records have been taken in, however often it is asked. */
  readonly load: () => Promise<void>;
  /** Persists what has been written. Flows that ask while a commit runs share the next one. */
  readonly commit: () => Promise<void>;
}

/** What a shared document works with. */
export interface SharedDocumentPorts {
  readonly store: CacheStore;
  readonly clock: Clock;
  readonly limits: Limits;
}

export function createSharedDocument(
  storeKey: string,
  { store, clock, limits }: SharedDocumentPorts,
): SharedDocument {
  const records: CacheRecords = new Map();
  const written = new Set<string>();

  /** Takes in what other processes wrote; what was written here since wins. */
  const read = async (): Promise<void> => {
    const stored = fromDocument(await store.get(storeKey), clock(), limits);
    const isTheirs = (key: string): boolean => !written.has(key);
    for (const key of [...records.keys()].filter(isTheirs)) records.delete(key);
    for (const [key, record] of stored) if (isTheirs(key)) records.set(key, record);
  };

  const write = async (): Promise<void> => {
    const keys = [...written];
    written.clear();
    try {
      await store.set(storeKey, toDocument(records), limits.cacheMaxTtlMs);
    } catch (error) {
      // Still to be written by the next commit.
      for (const key of keys) written.add(key);
      throw error;
    }
  };

  let loading: Promise<void> | undefined;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return {
    cache: createLiveCache(limits, records, (key) => written.add(key)),
    load: () => (loading ??= read()),
    commit() {
      next ??= running
        .catch(() => {})
        .then(() => {
          next = undefined;
          if (written.size > 0) running = read().then(write);
          return running;
        });
      return next;
    },
  };
}
