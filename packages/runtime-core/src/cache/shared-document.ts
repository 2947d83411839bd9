import type { Limits } from '../limits.ts';
import type { CacheStore, Clock } from '../ports.ts';
import { fromDocument, toDocument } from './document.ts';
import { createLiveCache, type CacheRecords, type LiveCache } from './live-cache.ts';

/** The live document of one tenant's cache: every open flow of this process reads and writes it (C2). */
export interface SharedDocument {
  readonly cache: LiveCache;
  /** Takes in the store's records, once, however often it is asked. */
  readonly load: () => Promise<void>;
  /** Persists what has been written. Flows that ask while a commit runs share the next one. */
  readonly commit: () => Promise<void>;
  /** Whether something was written that the store does not have yet. */
  readonly hasUnstored: () => boolean;
  /** Forgets loads and commits that never ended, so that the next ones do not wait for them. */
  readonly restart: () => void;
}

/** What a shared document works with. */
export interface SharedDocumentPorts {
  readonly store: CacheStore;
  readonly clock: Clock;
  readonly limits: Limits;
}

/** The document that the store keeps under `storeKey`, not yet loaded. */
export function createSharedDocument(
  storeKey: string,
  { store, clock, limits }: SharedDocumentPorts,
): SharedDocument {
  const records: CacheRecords = new Map();
  /** Keys that the store does not have yet as they are here. */
  const written = new Set<string>();
  let restarts = 0;

  /** Takes in what other processes wrote; what was written here since wins. */
  const read = async (): Promise<void> => {
    const askedAfter = restarts;
    const text = await store.get(storeKey);
    // Nobody waits for it any more, and what is live here may be newer.
    if (askedAfter !== restarts) throw new Error('the store answered too late');
    // Nothing is what a store answers that has lost everything: what is live here is worth more.
    if (text === undefined || text === null) return;
    const stored = fromDocument(text, clock(), limits);
    const isTheirs = (key: string): boolean => !written.has(key);
    for (const key of [...records.keys()].filter(isTheirs)) records.delete(key);
    for (const [key, record] of stored) if (isTheirs(key)) records.set(key, record);
  };

  const write = async (): Promise<void> => {
    const taken = [...written].map((key) => [key, records.get(key)] as const);
    const answer = await store.set(storeKey, toDocument(records), limits.cacheMaxTtlMs);
    // Keyv answers so in place of throwing.
    if (answer === false) throw new Error('the store did not save the record');
    // What has changed since is for the next commit.
    for (const [key, record] of taken) if (records.get(key) === record) written.delete(key);
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
