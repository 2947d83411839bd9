import type { CacheStore } from '@signup-actions/runtime-core';
import {
  createMockCache,
  type CacheSeed,
  type MockCache,
  type MockCacheOptions,
} from './create-mock-cache.ts';

/** A mock cache of what a test gives as a cache: a seed makes a new one. */
export const takeCache = <Store extends CacheStore = MockCache>(
  cache: CacheSeed | Store = {},
  options?: MockCacheOptions,
): MockCache | Store => (isStore(cache) ? cache : createMockCache(cache, options));

/** A seed's values are texts or records, so a method tells the two apart. */
const isStore = <Store extends CacheStore>(cache: CacheSeed | Store): cache is Store =>
  typeof cache['get'] === 'function';

/** Whether a cache has a clock of its own, which the flows on it then go by. */
export const clockOf = (cache: CacheStore | undefined): MockCache['clock'] | undefined =>
  cache && 'clock' in cache ? (cache as MockCache).clock : undefined;
