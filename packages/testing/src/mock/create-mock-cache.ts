import type { CacheStore, Clock, Limits } from '@signup-actions/runtime-core';
import {
  createLimits,
  createLiveCache,
  fromDocument,
  systemClock,
  toDocument,
  type CacheRecords,
} from '@signup-actions/runtime-core/internal';
import { assertOptions } from '../input/assert-options.ts';
import type { CacheSetOptions } from '@signup-actions/types';

/** What a cache holds before the first signup: values by key, each with a lifetime if it matters. */
export type CacheSeed = Readonly<
  Record<string, string | (CacheSetOptions & { readonly value: string })>
>;

/** Options of `createMockCache()`. */
export interface MockCacheOptions {
  /** Returns the time in milliseconds since the epoch; by default `Date.now`, read at each call. */
  readonly clock?: Clock | undefined;
  /** Limits to change; the others stay the platform's. */
  readonly limits?: Partial<Limits> | undefined;
}

/** The cache of one tenant, which several signups share and a test reads between them (C2). */
export interface MockCache extends CacheStore {
  /** The clock of its records, and the default clock of the flows that use it. */
  readonly clock: Clock;
  /** What is stored, by key; expired records may still be among them. */
  readonly records: CacheRecords;
}

/**
 * Creates a cache for `createMockApi`, `runAction` and `runFlow` that holds records from the start. Throws
 * for a record that the platform would not accept.
 *
 * @example
 * ```ts
 * const clock = createFakeClock();
 * const cache = createMockCache({ attempts: '4' }, { clock });
 * await runAction(limitAttempts, createMockEvent(), { cache, clock });
 * expect(cache.records.get('attempts')?.value).toBe('5');
 * ```
 */
export function createMockCache(seed: CacheSeed = {}, options: MockCacheOptions = {}): MockCache {
  assertOptions('create a mock cache', options, { clock: true, limits: true });
  const { clock = systemClock, limits: overrides } = options;
  const limits = createLimits(overrides);
  const records: CacheRecords = new Map();
  plant(records, seed, clock, limits);
  // One tenant: whatever key the engine stores it under, it is this cache.
  return {
    clock,
    records,
    get: () => toDocument(records),
    set(_key: string, text: string) {
      records.clear();
      for (const [key, record] of fromDocument(text, clock(), limits)) records.set(key, record);
    },
    delete: () => records.clear(),
  };
}

function plant(records: CacheRecords, seed: CacheSeed, clock: Clock, limits: Limits): void {
  const cache = createLiveCache(limits, records);
  for (const [key, planted] of Object.entries(seed)) {
    const { value, ...lifetime } = typeof planted === 'string' ? { value: planted } : planted;
    const answer = cache.set(key, value, lifetime, Math.floor(clock()));
    if (answer.type === 'success') continue;
    throw new TypeError(
      `Failed to seed the cache: the cache refused the record ${JSON.stringify(key)} with ${answer.code}.\nSeed only what an Action could have stored with api.cache.set.`,
    );
  }
}

/** The store that a test passes as a cache; a seed becomes a new mock cache. */
export const toCacheStore = <Store extends CacheStore = MockCache>(
  cache: CacheSeed | Store = {},
  { clock, limits }: MockCacheOptions = {},
): MockCache | Store => (isStore(cache) ? cache : createMockCache(cache, { clock, limits }));

/** A seed holds strings and records, so a method tells the two apart. */
const isStore = <Store extends CacheStore>(cache: CacheSeed | Store): cache is Store =>
  typeof cache['get'] === 'function';

/** The clock of a mock cache, which is the default of the flows that use it; other stores have none. */
export const clockOf = (cache: CacheStore | undefined): Clock | undefined =>
  cache && 'clock' in cache ? (cache as MockCache).clock : undefined;
