import type { Limits } from '../limits.ts';
import type { CacheStore } from '../ports.ts';
import { createLiveCache, type LiveCache } from './live-cache.ts';
import {
  createStoredCache,
  type OpenCache,
  type StoredCache,
  type StoredCacheOptions,
} from './stored-cache.ts';

/** The caches of a runtime, one for each tenant. */
export interface Caches {
  /** Opens the cache of a tenant for one flow. Never rejects: if the store fails, the cache is in memory (C10). */
  readonly open: (tenant: string) => Promise<OpenCache>;
}

/** What the caches of a runtime need. */
export interface CachesOptions extends Omit<StoredCacheOptions, 'store'> {
  /** Without a store, the caches are in memory only and last as long as the runtime. */
  readonly store: CacheStore | undefined;
}

/** Creates the caches that the flows of one process share. */
export const createCaches = ({ store, ...options }: CachesOptions): Caches =>
  store ? createStoredCaches({ ...options, store }) : createUnstoredCaches(options.limits);

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

function createStoredCaches(options: StoredCacheOptions): Caches {
  const caches = new Map<string, StoredCache>();
  return {
    open(tenant) {
      const storeKey = `signup-actions:pre-user-registration:${tenant}`;
      // Kept while a flow uses it, or while the store is down and memory holds the only copy.
      const onIdle = (): void => void caches.delete(tenant);
      const cache = caches.get(tenant) ?? createStoredCache(storeKey, options, onIdle);
      caches.set(tenant, cache);
      return cache.open();
    },
  };
}
