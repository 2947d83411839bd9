import {
  createRuntime,
  type CacheStore,
  type Outcome,
  type Runtime,
} from '@signup-actions/runtime-core';
import { createFakeClock, createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction, PreUserRegistrationAPI } from '@signup-actions/types';
import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { createComparingStore, createPlainStore, type SharedStore } from '../shared-store.ts';

type Cache = PreUserRegistrationAPI['cache'];

const storeKey = 'signup-actions:pre-user-registration:tenant';
const event = createMockEvent({ tenant: { id: 'tenant' } });

const use = (runtime: Runtime, handler: (cache: Cache) => unknown): Promise<Outcome> => {
  const action: PreUserRegistrationAction = async (_event, api) => handler(api.cache);
  return run({ action }, { runtime, event });
};
const set = (runtime: Runtime, key: string, value: string): Promise<Outcome> =>
  use(runtime, (cache) => cache.set(key, value));
const count = (runtime: Runtime, key = 'count'): Promise<Outcome> =>
  use(runtime, (cache) => cache.set(key, String(Number(cache.get(key)?.value ?? 0) + 1)));
const read = async (runtime: Runtime, key: string): Promise<string | undefined> => {
  let value: string | undefined;
  await use(runtime, (cache) => (value = cache.get(key)?.value));
  return value;
};

/** A flow that is open until `end` is called, and the cache that its Action uses. */
async function open(
  runtime: Runtime,
): Promise<{ readonly cache: Cache; readonly end: () => Promise<Outcome> }> {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let outcome: Promise<Outcome> | undefined;
  const cache = await new Promise<Cache>((resolve) => {
    outcome = use(runtime, (opened) => {
      resolve(opened);
      return ended;
    });
  });
  return {
    cache,
    end() {
      end();
      return outcome as Promise<Outcome>;
    },
  };
}

/** Lets everything happen that waits for promises only. */
const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const messagesOf = ({ diagnostics }: Outcome): readonly string[] =>
  diagnostics.map(({ message }) => message);
const codesOf = ({ diagnostics }: Outcome): readonly string[] =>
  diagnostics.map(({ code }) => code);

const stores: Readonly<Record<string, () => SharedStore>> = {
  'that can compare and set': () => createComparingStore(),
  'that cannot': () => createPlainStore(),
};

describe.each(Object.entries(stores))('C11: over a store %s', (_, createStore) => {
  it('a flow starts from what is stored, even if other flows keep the cache open', async () => {
    const store = createStore();
    const [here, there] = [createRuntime({ cache: store }), createRuntime({ cache: store })];
    const { end } = await open(here);

    await set(there, 'key', 'theirs');

    expect(await read(here, 'key')).toBe('theirs');
    await end();
  });

  it('a write is stored when it is made, not when the flow ends', async () => {
    const store = createStore();
    const { cache, end } = await open(createRuntime({ cache: store }));

    cache.set('key', 'early');
    await settle();

    expect(await read(createRuntime({ cache: store }), 'key')).toBe('early');
    expect(codesOf(await end())).toEqual([]);
  });

  it('a record that another process has changed stays, later reads see it, and the conflict is reported', async () => {
    const store = createStore();
    const [here, there] = [createRuntime({ cache: store }), createRuntime({ cache: store })];
    await set(here, 'count', '1');
    const { cache, end } = await open(here);
    await set(there, 'count', '5');

    cache.set('count', '2');
    expect(cache.get('count')?.value).toBe('2');
    await settle();

    expect(cache.get('count')?.value).toBe('5');
    expect(messagesOf(await end())).toEqual([
      'Another server changed the cache at the same time, so what the flow wrote to "count" is lost; a count there may be too low.',
    ]);
    expect(await read(there, 'count')).toBe('5');
  });

  it('a record that another process has created or changed is not deleted', async () => {
    const store = createStore();
    const [here, there] = [createRuntime({ cache: store }), createRuntime({ cache: store })];
    await set(here, 'old', '1');
    const { cache, end } = await open(here);
    await set(there, 'old', '2');
    await set(there, 'new', '1');

    cache.set('new', '7');
    cache.delete('new');
    cache.delete('old');

    expect(codesOf(await end())).toEqual(['cache-unavailable']);
    expect(await read(there, 'new')).toBe('1');
    expect(await read(there, 'old')).toBe('2');
  });

  it('a record that another process has deleted is written again', async () => {
    const store = createStore();
    const [here, there] = [createRuntime({ cache: store }), createRuntime({ cache: store })];
    await set(here, 'count', '1');
    await set(here, 'gone', '1');
    const { cache, end } = await open(here);
    await use(there, (theirs) => [theirs.delete('count'), theirs.delete('gone')]);

    cache.set('count', '2');
    cache.delete('gone');

    expect(codesOf(await end())).toEqual([]);
    expect(await read(there, 'count')).toBe('2');
    expect(await read(there, 'gone')).toBeUndefined();
  });

  it('sequential attempts are counted exactly at any process, while others write other keys', async () => {
    const store = createStore();
    const runtimes = Array.from({ length: 3 }, () => createRuntime({ cache: store }));
    const at = (index: number): Runtime => runtimes[index % 3] as Runtime;
    const opened = await Promise.all(runtimes.map(open));
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await count(at(attempt * 7));
      await count(at(attempt + 1), `other ${attempt % 5}`);
    }

    expect(await read(at(0), 'count')).toBe('30');
    expect(await read(at(1), 'other 3')).toBe('6');
    const outcomes = await Promise.all(opened.map(({ end }) => end()));
    expect(outcomes.flatMap(codesOf)).toEqual([]);
  });

  it('after an outage, a process that never read a record does not replace it', async () => {
    const store = createStore();
    const flaky = createFlaky(store);
    const [here, there] = [createRuntime({ cache: flaky }), createRuntime({ cache: store })];
    await set(there, 'count', '8');
    flaky.isAway = true;
    await count(here);
    expect(await read(here, 'count')).toBe('1');

    flaky.isAway = false;
    await count(here);
    await settle();

    expect(await read(there, 'count')).toBe('8');
    expect(await read(here, 'count')).toBe('8');
  });

  it('after an outage, a process replaces a record that is still what it last read, and no other', async () => {
    const store = createStore();
    const flaky = createFlaky(store);
    const [here, there] = [createRuntime({ cache: flaky }), createRuntime({ cache: store })];
    await set(there, 'same', '8');
    await set(there, 'changed', '8');
    await read(here, 'same');
    flaky.isAway = true;
    for (const key of ['same', 'changed', 'created']) await count(here, key);
    await set(there, 'changed', '9');

    flaky.isAway = false;
    await read(here, 'same');
    await settle();

    expect(await read(there, 'same')).toBe('9');
    expect(await read(there, 'changed')).toBe('9');
    expect(await read(there, 'created')).toBe('1');
    expect(await read(here, 'changed')).toBe('9');
  });

  it('a process whose clock is four minutes ahead or behind removes nobody’s records', async () => {
    const store = createStore();
    const at = (skewMs: number): Runtime =>
      createRuntime({ cache: store, clock: () => 1_000_000 + skewMs });
    await use(at(0), (cache) => cache.set('short', '1', { ttl: 1_000 }));

    await set(at(240_000), 'ahead', '1');
    await set(at(-240_000), 'behind', '1');
    expect(await read(at(0), 'short')).toBe('1');

    await set(at(302_000), 'far ahead', '1');
    expect(await read(at(0), 'short')).toBeUndefined();
  });

  it('with the time of the store, wrong clocks change no lifetime', async () => {
    const store = { ...createStore(), now: async () => 1_000_000 };
    const hourMs = 3_600_000;
    const here = createRuntime({ cache: store, clock: () => 1_000_000 });
    const ahead = createRuntime({ cache: store, clock: () => 1_000_000 + 2 * hourMs });
    await use(here, (cache) => cache.set('theirs', '1', { ttl: 60_000 }));

    let seen = 0;
    await use(ahead, (cache) => {
      seen = cache.get('theirs')?.expires_at ?? 0;
      cache.set('ours', '1', { ttl: 60_000 });
    });
    let found = 0;
    await use(here, (cache) => (found = cache.get('ours')?.expires_at ?? 0));

    // The store's time has no fraction, so a millisecond is uncertain.
    expect(Math.abs(seen - (1_060_000 + 2 * hourMs))).toBeLessThan(2);
    expect(Math.abs(found - 1_060_000)).toBeLessThan(2);
  });
});

/** A store that rejects while it is away. */
function createFlaky(store: SharedStore): CacheStore & { isAway: boolean } {
  const guard = <Args extends readonly unknown[]>(work: (...args: Args) => unknown) => {
    return async (...args: Args): Promise<unknown> => {
      if (flaky.isAway) throw new Error('away');
      return work(...args);
    };
  };
  const { compareAndSet } = store;
  const flaky = {
    isAway: false,
    get: guard(store.get),
    set: guard(store.set),
    delete: guard(store.delete),
    ...(compareAndSet && { compareAndSet: guard(compareAndSet) }),
  };
  return flaky;
}

it('C11: over a store that can compare and set, no write of another key is lost, however they overlap', async () => {
  const clock = createFakeClock();
  const store = createComparingStore();
  let calls = 0;
  // Each call takes another while, so that exchanges overlap in ever new ways.
  const delay = (): Promise<void> =>
    new Promise((resolve) => void clock.timer(resolve, ((calls += 1) * 7) % 11));
  const slow: CacheStore = {
    ...store,
    get: async (key) => delay().then(() => store.get(key)),
    compareAndSet: async (key, expected, next, ttlMs) =>
      delay().then(() => store.compareAndSet?.(key, expected, next, ttlMs)),
  };
  const options = { cache: slow, clock, timer: clock.timer, limits: { maxCacheRecords: 100 } };
  const flows = Array.from({ length: 4 }, (_, process) => {
    const runtime = createRuntime(options);
    return Array.from({ length: 20 }, (__, index) => set(runtime, `${process} ${index}`, 'value'));
  });

  const ends = Promise.all(flows.flat());
  for (let ms = 0; ms < 900; ms += 1) {
    await settle();
    clock.advance(1);
  }

  expect((await ends).flatMap(messagesOf)).toEqual([]);
  const { records } = JSON.parse(store.texts.get(storeKey) ?? '') as { records: unknown[] };
  expect(records).toHaveLength(80);
});

it('C11: over a plain store, a write that another process overwrote with an older document is written again', async () => {
  const store = createPlainStore();
  const runtime = createRuntime({ cache: store });
  await set(runtime, 'count', '1');
  const old = store.texts.get(storeKey) as string;
  const overwritten: CacheStore = {
    ...store,
    set: async (key, text, ttlMs) => {
      await store.set(key, text, ttlMs);
      if (overwrites-- > 0) store.texts.set(storeKey, old);
    },
  };
  const there = createRuntime({ cache: overwritten });

  let overwrites = 4;
  expect(codesOf(await set(there, 'other', '1'))).toEqual([]);
  expect(await read(runtime, 'other')).toBe('1');

  overwrites = 5;
  expect(messagesOf(await set(there, 'third', '1'))).toEqual([
    'Another server changed the cache at the same time, so what the flow wrote to "third" is lost; a count there may be too low.',
  ]);
  expect(await read(there, 'third')).toBeUndefined();
});

it('C11: a store that never takes a write is asked a bounded number of times', async () => {
  let calls = 0;
  const cache: CacheStore = {
    ...createPlainStore(),
    compareAndSet() {
      calls += 1;
      return false;
    },
  };

  const { diagnostics } = await set(createRuntime({ cache }), 'key', 'value');

  expect(diagnostics[0]?.message).toContain('other servers kept changing the record');
  expect(calls).toBe(100);
});

it('C11: a store that keeps nothing is reported', async () => {
  const cache: CacheStore = { get: () => undefined, set: () => undefined, delete: () => undefined };

  expect(messagesOf(await set(createRuntime({ cache }), 'key', 'value'))).toEqual([
    "The cache's store failed (the store does not keep the record), so the flow used its in-memory records; writes may be lost.",
  ]);
});

it('C11: what was sent when the store stopped answering, and arrived, does not count as another’s', async () => {
  const store = createComparingStore();
  const clock = createFakeClock();
  let isHanging = false;
  const hanging: CacheStore = {
    ...store,
    async compareAndSet(key, expected, next, ttlMs) {
      const result = await store.compareAndSet?.(key, expected, next, ttlMs);
      return isHanging ? new Promise(() => {}) : result;
    },
  };
  const runtime = createRuntime({ cache: hanging, clock, timer: clock.timer });
  await count(runtime);
  isHanging = true;
  const hung = count(runtime);
  await settle();
  clock.advance(1_000);
  expect(codesOf(await hung)).toEqual(['cache-unavailable']);

  isHanging = false;
  await count(runtime);
  await settle();
  await count(runtime);

  expect(await read(createRuntime({ cache: store, clock }), 'count')).toBe('4');
});

it('C11: a document that is far longer than a cache can be is an empty cache', async () => {
  const store = createPlainStore();
  await set(createRuntime({ cache: store }), 'key', 'value');
  const text = store.texts.get(storeKey) as string;
  store.texts.set(storeKey, text + ' '.repeat(2_000_000));

  expect(await read(createRuntime({ cache: store }), 'key')).toBeUndefined();
});

it('C11: records that have expired are kept for other clocks only up to ten times the limits', async () => {
  const store = createPlainStore();
  let now = 0;
  const runtime = createRuntime({
    cache: store,
    clock: () => now,
    limits: { maxCacheRecords: 1, maxCacheBytes: 8 },
  });
  const write = (): Promise<Outcome> =>
    use(runtime, (cache) => cache.set(`${now}`, '1', { ttl: 1 }));
  for (; now < 100; now += 2) await write();

  const { records } = JSON.parse(store.texts.get(storeKey) ?? '') as {
    records: readonly [string][];
  };
  expect(records.map(([key]) => Number(key))).toEqual(
    Array.from({ length: 11 }, (_, index) => 78 + 2 * index),
  );
});

it('C2: without a store, only a limited number of tenants has a cache in memory', async () => {
  const runtime = createRuntime({ limits: { maxIdleCaches: 2 } });
  const countFor = async (id: string): Promise<unknown> => {
    const action: PreUserRegistrationAction = async (_event, { cache, user }) => {
      const value = String(Number(cache.get('count')?.value ?? 0) + 1);
      cache.set('count', value);
      user.setUserMetadata('count', value);
    };
    const outcome = await run({ action }, { runtime, event: createMockEvent({ tenant: { id } }) });
    return outcome.changes.userMetadata['count'];
  };

  for (const id of ['a', 'b', 'a', 'c']) await countFor(id);

  expect([await countFor('a'), await countFor('c'), await countFor('b')]).toEqual(['3', '2', '1']);
});

it('C5: a lifetime from a clock that is far ahead is limited, and the limit is stored', async () => {
  const store = createPlainStore();
  const record = ['far', '1', 9e15, 5];
  store.texts.set(storeKey, JSON.stringify({ version: 1, records: [record] }));
  const runtime = createRuntime({ cache: store, clock: () => 0 });

  await set(runtime, 'key', '1');

  const { records } = JSON.parse(store.texts.get(storeKey) ?? '') as { records: unknown[] };
  expect(records).toEqual([
    ['far', '1', 86_700_000, 5],
    ['key', '1', 86_400_000, 0],
  ]);
});

it('C11: with the time of the store, a record without a lifetime keeps when it was written', async () => {
  const store = { ...createPlainStore(), now: () => 5_000_000 };
  const runtime = createRuntime({ cache: store, clock: () => 0 });

  await set(runtime, 'key', '1');

  const { records } = JSON.parse(store.texts.get(storeKey) ?? '') as { records: number[][] };
  expect(records[0]?.[3]).toBe(5_000_000);
});

it('C10: a write during an outage is stored once the store is back, without another write', async () => {
  const store = createComparingStore();
  const flaky = createFlaky(store);
  const runtime = createRuntime({ cache: flaky });
  const { cache, end } = await open(runtime);
  flaky.isAway = true;
  cache.set('key', '1');
  await settle();
  cache.set('key', '2');

  flaky.isAway = false;
  await read(runtime, 'other');
  await settle();

  expect(await read(createRuntime({ cache: store }), 'key')).toBe('2');
  expect(messagesOf(await end())).toEqual([
    "The cache's store failed (away), so the flow used its in-memory records; writes may be lost.",
  ]);
});

it('C11: what the store said before an outage does not bring the cache down again', async () => {
  const store = createComparingStore();
  const clock = createFakeClock();
  let reject: ((error: Error) => void) | undefined;
  const hanging: CacheStore = {
    ...store,
    compareAndSet: (key, expected, next, ttlMs) =>
      reject
        ? store.compareAndSet?.(key, expected, next, ttlMs)
        : new Promise((_, refuse) => (reject = refuse)),
  };
  const runtime = createRuntime({ cache: hanging, clock, timer: clock.timer });
  const opened = await open(runtime);
  opened.cache.set('key', '1');
  const hung = set(runtime, 'other', '1');
  await settle();
  clock.advance(1_000);
  await hung;
  await settle();

  reject?.(new Error('closed'));
  await settle();

  expect(codesOf(await set(runtime, 'key', '2'))).toEqual([]);
  expect(codesOf(await opened.end())).toEqual(['cache-unavailable']);
});

it('C10: a count that an idle process made during an outage goes on when the store is back', async () => {
  const store = createComparingStore();
  const flaky = createFlaky(store);
  const runtime = createRuntime({ cache: flaky });
  await count(runtime);
  flaky.isAway = true;
  const { cache, end } = await open(runtime);
  cache.set('count', '2');
  flaky.isAway = false;

  await count(runtime);
  await settle();

  expect(cache.get('count')?.value).toBe('3');
  await end();
  expect(await read(createRuntime({ cache: store }), 'count')).toBe('3');
});
