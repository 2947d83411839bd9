import type { Patch } from './apply-patch.ts';

/** Mistakes in the cache. */
export const cacheBugs: readonly Patch[] = [
  {
    mistake: 'ttl is seconds (C1)',
    file: 'cache/lifetime.ts',
    find: 'Math.floor(ttl ?? defaultTtl)',
    replace: 'Math.floor((ttl ?? defaultTtl) * 1_000)',
  },
  {
    mistake: 'later flows do not find what was written (C2)',
    file: 'cache/shared-document.ts',
    find: 'await store.set(storeKey, toDocument(records)',
    replace: "await store.set(storeKey + ' of another', toDocument(records)",
  },
  {
    mistake: 'a number is a value (C3)',
    file: 'api/cache.ts',
    find: "if (typeof value === 'string') return;",
    replace: "if (typeof value === 'string' || typeof value === 'number') return;",
  },
  {
    mistake: 'a record lives 15 minutes (C4)',
    file: 'limits.ts',
    find: 'cacheDefaultTtlMs: 86_400_000',
    replace: 'cacheDefaultTtlMs: 900_000',
  },
  {
    mistake: 'the later of two lifetimes counts (C5)',
    file: 'cache/lifetime.ts',
    find: 'const expiry = Math.min(',
    replace: 'const expiry = Math.max(',
  },
  {
    mistake: 'a record may live longer than a day (C5)',
    file: 'cache/lifetime.ts',
    find: '    now + limits.cacheMaxTtlMs,\n',
    replace: '',
  },
  {
    mistake: 'keys are counted in characters (C6)',
    file: 'cache/live-cache.ts',
    find: 'utf8Bytes(key) > limits.maxCacheKeyBytes',
    replace: 'key.length > limits.maxCacheKeyBytes',
  },
  {
    mistake: 'a value may have a byte too many (C6)',
    file: 'limits.ts',
    find: 'maxCacheValueBytes: 4_096',
    replace: 'maxCacheValueBytes: 4_097',
  },
  {
    mistake: 'the lifetime is checked before the value (C6)',
    file: 'cache/live-cache.ts',
    find: "if (utf8Bytes(key) > limits.maxCacheKeyBytes) return cacheError('CacheKeySizeExceeded');",
    replace:
      "if (typeof toExpiry(lifetime, now, limits) === 'string') return cacheError('InvalidExpiry');\n" +
      "      if (utf8Bytes(key) > limits.maxCacheKeyBytes) return cacheError('CacheKeySizeExceeded');",
  },
  {
    mistake: 'a null lifetime is absent (C6)',
    file: 'cache/lifetime.ts',
    find: '(time) => time !== undefined && !Number.isFinite(time)',
    replace: '(time) => (time ?? undefined) !== undefined && !Number.isFinite(time)',
  },
  {
    mistake: 'a record that expires now is written (C6)',
    file: 'cache/lifetime.ts',
    find: 'expiry > now ? expiry',
    replace: 'expiry >= now ? expiry',
  },
  {
    mistake: 'fractions are kept (C6)',
    file: 'cache/lifetime.ts',
    find: 'Math.floor(ttl ?? defaultTtl)',
    replace: '(ttl ?? defaultTtl)',
  },
  {
    mistake: 'the replaced record counts (C6)',
    file: 'cache/live-cache.ts',
    find: 'else if (other !== key) {',
    replace: 'else {',
  },
  {
    mistake: 'there is room for one record too many (C6)',
    file: 'cache/live-cache.ts',
    find: 'count <= limits.maxCacheRecords',
    replace: 'count <= limits.maxCacheRecords + 1',
  },
  {
    mistake: 'keys do not count (C6)',
    file: 'cache/live-cache.ts',
    find: 'bytes += utf8Bytes(other) + utf8Bytes(record.value);',
    replace: 'bytes += utf8Bytes(record.value);',
  },
  {
    mistake: 'an expired record can be deleted (C7)',
    file: 'cache/live-cache.ts',
    find: 'if (!get(key, now))',
    replace: 'if (!records.has(key))',
  },
  {
    mistake: 'a record is gone in its last millisecond (C8)',
    file: 'cache/live-cache.ts',
    find: 'now <= expires_at',
    replace: 'now < expires_at',
  },
  {
    mistake: 'a failed flow writes nothing to the store (C9)',
    file: 'flow/run-flow.ts',
    find: 'cacheProblem = await close();',
    replace: 'if (!failure) cacheProblem = await close();',
  },
  {
    mistake: 'a refused flow writes nothing to the store (C9)',
    file: 'flow/run-flow.ts',
    find: 'cacheProblem = await close();',
    replace: 'if (!recorder.hasRefusal()) cacheProblem = await close();',
  },
  {
    mistake: 'nobody says that the store has failed (C10)',
    file: 'cache/patience.ts',
    find: 'if (problem !== undefined) note(problem);',
    replace: '',
  },
  {
    mistake: 'a flow waits twice as long for its store (C10)',
    file: 'limits.ts',
    find: 'storeTimeoutMs: 1_000',
    replace: 'storeTimeoutMs: 2_000',
  },
  {
    mistake: 'a store that fails fails the flow (C10)',
    file: 'cache/stored-cache.ts',
    find: 'isDown = true;',
    replace: "throw new Error('the store is down');",
  },
];
