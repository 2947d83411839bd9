import type { Limits } from '../limits.ts';
import { triggerName } from '../platform.ts';
import type { CacheStore, Clock, Timer } from '../ports.ts';
import { createKeptCaches } from './kept-caches.ts';
import { createLiveCache } from './live-cache.ts';
import { createStoreTime } from './store-time.ts';
import { createStoredCache, type OpenCache } from './stored-cache.ts';

/** The caches of a runtime, one for each tenant. */
export interface Caches {
  /** Opens the cache of a tenant for one flow. Never rejects: if the store fails, the cache is in memory (C10). */
  readonly open: (tenant: string) => Promise<OpenCache>;
}

/** What the caches of a runtime need. */
export interface CachesOptions {
  /** Without a store, the caches are in memory only and last as long as the runtime. */
  readonly store: CacheStore | undefined;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly limits: Limits;
}

/** Creates the caches that the flows of one process share. */
export const createCaches = ({ store, ...options }: CachesOptions): Caches =>
  store ? createStoredCaches(store, options) : createUnstoredCaches(options.limits);

function createUnstoredCaches(limits: Limits): Caches {
  const caches = createKeptCaches(limits.maxIdleCaches, () => createLiveCache(limits));
  return {
    async open(tenant) {
      const { cache, release } = caches.use(tenant);
      return {
        cache,
        async close() {
          release();
          return undefined;
        },
      };
    },
  };
}

function createStoredCaches(store: CacheStore, options: Omit<CachesOptions, 'store'>): Caches {
  const { clock, limits } = options;
  const time = createStoreTime(store, clock);
  const caches = createKeptCaches(limits.maxIdleCaches, (tenant) =>
    createStoredCache(toCacheKey(tenant), {
      ...options,
      store,
      time,
    }),
  );
  return {
    open(tenant) {
      const { cache, release } = caches.use(tenant);
      return cache.open(release);
    },
  };
}

/**
 * The key under which the cache of a tenant is stored.
 *
 * @internal
 */
export const toCacheKey = (tenant: string): string => `signup-actions:${triggerName}:${tenant}`;
