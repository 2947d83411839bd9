import {
  createRuntime,
  defaultLimits,
  newerCacheLifetime,
  type Limits,
} from '@signup-actions/runtime-core';
import {
  createLiveCache,
  type CacheRecords,
  type LiveCache,
} from '@signup-actions/runtime-core/internal';
import { createMockApi } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { deny, run } from '../run.ts';

const day = 86_400_000;

/** A mock api with a clock that the test sets. */
function createTimedApi(): ReturnType<typeof createMockApi> & { setTime: (ms: number) => void } {
  let now = 0;
  const api = createMockApi({ clock: () => now });
  return Object.assign(api, { setTime: (ms: number) => void (now = ms) });
}

const error = (code: string): object => ({ type: 'error', code });

it('C1: the cache is synchronous, and returns records and results', () => {
  const { cache } = createTimedApi();
  const record = { value: 'value', expires_at: 1_000 };

  expect(cache.get('key')).toBeUndefined();
  expect(cache.set('key', 'value', { ttl: 1_000 })).toEqual({ type: 'success', record });
  expect(cache.get('key')).toEqual(record);
  expect(cache.delete('key')).toEqual({ type: 'success' });
  expect(cache.get('key')).toBeUndefined();
});

it('C2 C9: the cache is shared by the Actions of a flow and by later flows, whatever their outcome', async () => {
  const runtime = createRuntime();
  const count: PreUserRegistrationAction = async (_event, { cache }) =>
    void cache.set('count', `${Number(cache.get('count')?.value ?? 0) + 1}`);
  const fail: PreUserRegistrationAction = async () => {
    throw new Error('broken');
  };
  const read: PreUserRegistrationAction = async (_event, { cache }) => cache.get('count');

  await run({ count, deny }, { runtime });
  await run({ count, fail }, { runtime });
  const last = await run({ count, read }, { runtime });

  expect(last.calls.at(-1)?.result).toMatchObject({ value: '3' });
});

it('C3: keys and values are strings', () => {
  const { cache } = createTimedApi();

  expect(() => cache.get(7 as never)).toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to use the cache: the key must be a string but received 7.
    Store other data as JSON, with JSON.stringify and JSON.parse.]
  `);
  expect(() => cache.set('key', { a: 1 } as never)).toThrow(
    'the value must be a string but received an object',
  );
  expect(() => cache.delete(undefined as never)).toThrow('the key must be a string');
});

it.each<[string, unknown, number]>([
  ['nothing', undefined, day],
  ['empty options', {}, day],
  ['null as options', null, day],
  ['a ttl', { ttl: 5_000 }, 5_000],
  ['a point in time', { expires_at: 7_000 }, 7_000],
  ['both, ttl earlier', { ttl: 5_000, expires_at: 7_000 }, 5_000],
  ['both, point in time earlier', { ttl: 9_000, expires_at: 7_000 }, 7_000],
  ['too long a ttl', { ttl: day + 1 }, day],
  ['too late a point in time', { expires_at: 1e300 }, day],
  ['fractions', { ttl: 5_000.9 }, 5_000],
  ['undefined lifetimes', { ttl: undefined, expires_at: undefined }, day],
])('C4 C5 C6: with %s a record has this lifetime', (_, options, expires_at) => {
  const { cache } = createTimedApi();

  expect(cache.set('key', 'value', options as never)).toEqual({
    type: 'success',
    record: { value: 'value', expires_at },
  });
});

it.each<[string, readonly [string, string, unknown?]]>([
  ['CacheKeySizeExceeded', ['é'.repeat(33), 'x'.repeat(5_000), { ttl: null }]],
  ['CacheValueSizeExceeded', ['é'.repeat(32), 'x'.repeat(4_097), { ttl: null }]],
  ['InvalidExpiry', ['key', 'x'.repeat(4_096), { ttl: null }]],
  ['InvalidExpiry', ['key', 'value', { ttl: '5' }]],
  ['InvalidExpiry', ['key', 'value', { ttl: Infinity }]],
  ['InvalidExpiry', ['key', 'value', { ttl: Number.NaN, expires_at: -1 }]],
  ['InvalidExpiry', ['key', 'value', 60_000]],
  ['ItemAlreadyExpired', ['key', 'value', { ttl: 0 }]],
  ['ItemAlreadyExpired', ['key', 'value', { ttl: 0.9 }]],
  ['ItemAlreadyExpired', ['key', 'value', { expires_at: 0 }]],
])('C6: returns %s, checked in this order', (code, args) => {
  const { cache } = createTimedApi();

  expect(cache.set(...(args as [string, string]))).toEqual(error(code));
  expect(cache.get('key')).toBeUndefined();
});

it('C6: a call is recorded with what it received, described in words if JSON cannot represent it', () => {
  const api = createTimedApi();
  const lifetime = { ttl: null, expires_at: true, more: 1 };

  api.cache.set('key', 'value', lifetime as never);
  api.cache.set('key', 'value', { ttl: Number.NaN });
  expect(() => api.cache.set(false as never, 7 as never, null as never)).toThrow('the key');
  expect(() => api.cache.get({} as never)).toThrow('the key');

  expect(api.calls.map(({ args }) => args)).toEqual([
    ['key', 'value', { ttl: null, expires_at: true }],
    ['key', 'value', { ttl: 'NaN' }],
    [false, 7, null],
    ['an object'],
  ]);
});

it('C6: the cache holds 20 live records; replaced or expired ones do not count', () => {
  const { cache, setTime } = createTimedApi();
  for (let index = 0; index < 20; index += 1) cache.set(`key${index}`, 'value', { ttl: 1_000 });
  expect(cache.get('key19')).toMatchObject({ value: 'value' });

  expect(cache.set('one more', 'value')).toEqual(error('CacheSizeExceeded'));
  expect(cache.set('key0', 'other', { ttl: 1_000 })).toMatchObject({ type: 'success' });
  setTime(1_001);
  expect(cache.set('one more', 'value')).toMatchObject({ type: 'success' });
});

/** A cache of one-byte keys and values that is over its limits, as several servers can leave it. */
function createOverfullCache(limits: Partial<Limits>): LiveCache {
  const records: CacheRecords = new Map();
  for (const key of ['a', 'b', 'c']) records.set(key, { value: '1', expires_at: 1_000 });
  return createLiveCache({ ...defaultLimits, ...limits }, records);
}

it.each<[string, Partial<Limits>]>([
  ['records', { maxCacheRecords: 2 }],
  ['bytes', { maxCacheBytes: 5 }],
  ['records and bytes', { maxCacheRecords: 2, maxCacheBytes: 5 }],
])('C6: a counter in a cache with too many %s still counts', (_, limits) => {
  const cache = createOverfullCache(limits);

  expect(cache.set('a', '10', undefined, 0)).toMatchObject({ type: 'success' });
  expect(cache.set('d', '1', undefined, 0)).toEqual(error('CacheSizeExceeded'));
});

it('C6: a record that is replaced may not grow the cache over its limit of bytes', () => {
  const cache = createOverfullCache({ maxCacheBytes: 7 });

  expect(cache.set('a', '10', undefined, 0)).toMatchObject({ type: 'success' });
  expect(cache.set('b', '10', undefined, 0)).toEqual(error('CacheSizeExceeded'));
  expect(cache.set('b', '9', undefined, 0)).toMatchObject({ type: 'success' });
});

it('C6: an expired record is not replaced but new', () => {
  const cache = createOverfullCache({ maxCacheRecords: 0 });

  expect(cache.set('a', '2', undefined, 1_001)).toEqual(error('CacheSizeExceeded'));
});

it('C6: an undefined lifetime is recorded as absent', () => {
  const api = createTimedApi();

  api.cache.set('key', 'value', { ttl: undefined, expires_at: 5_000 } as never);
  api.cache.set('key', 'value', { ttl: 5_000, expires_at: undefined } as never);

  expect(api.calls.map(({ args }) => args[2])).toStrictEqual([
    { expires_at: 5_000 },
    { ttl: 5_000 },
  ]);
});

it('C6: a write deletes expired records', () => {
  const records: CacheRecords = new Map([['old', { value: 'value', expires_at: 5 }]]);

  createLiveCache(defaultLimits, records).set('new', 'value', undefined, 6);

  expect([...records.keys()]).toEqual(['new']);
});

it('C6: the cache holds 8,192 bytes of keys and values', () => {
  const { cache } = createTimedApi();

  cache.set('a', 'x'.repeat(4_095));
  expect(cache.set('b', 'x'.repeat(4_096))).toEqual(error('CacheSizeExceeded'));
  expect(cache.set('b', 'x'.repeat(4_095))).toMatchObject({ type: 'success' });
  expect(cache.set('c', '')).toEqual(error('CacheSizeExceeded'));
});

it('C7: deleting a record that is missing or has expired is an error', () => {
  const { cache, setTime } = createTimedApi();
  cache.set('key', 'value', { ttl: 1_000 });

  expect(cache.delete('other')).toEqual(error('CacheKeyDoesNotExist'));
  setTime(1_001);
  expect(cache.delete('key')).toEqual(error('CacheKeyDoesNotExist'));
});

it('C8: a record can be read up to and including its last millisecond', () => {
  const { cache, setTime } = createTimedApi();
  cache.set('key', 'value', { ttl: 1_000 });

  setTime(1_000);
  expect(cache.get('key')).toMatchObject({ value: 'value' });
  setTime(1_000.5);
  expect(cache.get('key')).toMatchObject({ value: 'value' });
  setTime(1_001);
  expect(cache.get('key')).toBeUndefined();
});

it('C8: a clock that is set back does not change the records', () => {
  const { cache, setTime } = createTimedApi();
  setTime(10_000);
  cache.set('key', 'value', { ttl: 1_000 });

  setTime(5_000);
  expect(cache.get('key')).toEqual({ value: 'value', expires_at: 11_000 });
});

it('C4 C5: a shorter default lifetime applies only to records that are set without one', () => {
  const limits = { cacheDefaultTtlMs: 1_000 };
  const { cache } = createMockApi({ clock: () => 0, limits });
  const expiryOf = (options?: { ttl?: number; expires_at?: number }): unknown =>
    (cache.set('key', 'value', options as never) as { record: unknown }).record;

  expect(expiryOf()).toMatchObject({ expires_at: 1_000 });
  expect(expiryOf({ ttl: 5_000 })).toMatchObject({ expires_at: 5_000 });
  expect(expiryOf({ expires_at: 5_000 })).toMatchObject({ expires_at: 5_000 });
});

it('C4: an Action that reads a record older than 15 minutes and written without a lifetime is told so', async () => {
  const store = new Map<string, string>();
  let now = 0;
  const start = () => createRuntime({ cache: store, clock: () => now });
  const set: PreUserRegistrationAction = async (_event, { cache }) => {
    cache.set('default', '1');
    cache.set('given', '1', { ttl: day });
  };
  const get: PreUserRegistrationAction = async (_event, { cache }) => {
    cache.get('default');
    cache.get('given');
  };
  // Each flow runs in another process, and writes the others' records again.
  const read = async (): Promise<readonly string[]> => {
    const rewrite: PreUserRegistrationAction = async (_event, { cache }) => cache.set('other', '');
    const { diagnostics } = await run({ get, rewrite }, { runtime: start() });
    return diagnostics.map(({ message }) => message);
  };

  await run({ set }, { runtime: start() });
  now = 900_000;
  expect(await read()).toEqual([]);
  now = 900_001;
  expect(await read()).toMatchInlineSnapshot(`
    [
      "api.cache.get("default") found a record that was written 15 minutes ago without a lifetime: the default may be 15 minutes instead of 24 hours; pass { ttl } to api.cache.set.",
    ]
  `);
  now = day;
  expect(await read()).toHaveLength(1);
});

it.each(Array.from({ length: 16 }, (_, turns) => turns))(
  'C4: a record that is set again with a lifetime has that one, even if it expires in the same moment (%i turns later)',
  async (turns) => {
    const store = new Map<string, string>();
    let now = 0;
    const start = () => createRuntime({ cache: store, clock: () => now });
    const set: PreUserRegistrationAction = async (_event, { cache }) => {
      cache.set('key', '1');
      // Meanwhile the first write is on its way to the store.
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      cache.set('key', '1', { ttl: day });
    };
    const get: PreUserRegistrationAction = async (_event, { cache }) => cache.get('key');

    await run({ set }, { runtime: start() });
    now = 900_001;

    expect((await run({ get }, { runtime: start() })).diagnostics).toEqual([]);
  },
);

it('C4: with the shorter default, the record is gone by then', async () => {
  let now = 0;
  const runtime = createRuntime({ clock: () => now, limits: newerCacheLifetime });
  const use: PreUserRegistrationAction = async (_event, { cache }) => {
    if (!cache.get('key')) cache.set('key', '1');
  };

  await run({ use }, { runtime });
  now = 900_000;
  const { calls } = await run({ use }, { runtime });
  now = 900_001;
  const later = await run({ use }, { runtime });

  expect(calls.map(({ method }) => method)).toEqual(['cache.get']);
  expect(later.calls.map(({ method }) => method)).toEqual(['cache.get', 'cache.set']);
  expect(later.diagnostics).toEqual([]);
});
