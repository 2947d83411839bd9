import type { Limits } from '../limits.ts';
import type { CacheStore, Clock, Timer } from '../ports.ts';
import { createLiveCache, type LiveCache } from './live-cache.ts';
import { createStoredCache, type StoredCache } from './stored-cache.ts';

/** The caches of a runtime, one for each tenant. */
export interface Caches {
  /** Opens the cache of a tenant for one flow. Never rejects: without its store it is what memory holds (C10). */
  readonly open: (tenant: string) => Promise<OpenCache>;
}

/** The cache of a tenant while a flow has it open. */
export interface OpenCache {
  readonly cache: LiveCache;
  /** Persists what was written, and answers what went wrong with the store since it was opened. */
  readonly close: () => Promise<string | undefined>;
}

/** What the caches of a runtime work with. */
export interface CachesPorts {
  /** Without a store the live records are the cache, and last as long as the runtime. */
  readonly store: CacheStore | undefined;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly limits: Limits;
}

/** The caches that flows of one process share. */
export const createCaches = ({ store, ...ports }: CachesPorts): Caches =>
  store ? createStoredCaches({ ...ports, store }) : createUnstoredCaches(ports.limits);

function createUnstoredCaches(limits: Limits): Caches {
  const caches = new Map<string, LiveCache>();
  return {
    async open(tenant) {
      const cache = caches.get(tenant) ?? createLiveCache(limits);
      caches.set(tenant, cache);
      return { cache, close: async () => undefined };
    },
  };
}

function createStoredCaches(ports: CachesPorts & { readonly store: CacheStore }): Caches {
  const caches = new Map<string, StoredCache>();
  return {
    open(tenant) {
      const storeKey = `signup-actions:pre-user-registration:${tenant}`;
      // Kept while a flow has it open, or while its store is down and memory is all there is.
      const onIdle = (): void => void caches.delete(tenant);
      const cache = caches.get(tenant) ?? createStoredCache(storeKey, ports, onIdle);
      caches.set(tenant, cache);
      return cache.open();
    },
  };
}
