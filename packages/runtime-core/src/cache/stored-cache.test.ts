import { createRuntime, type CacheStore, type Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it, onTestFinished, vi } from 'vitest';
import { run } from '../../test/run.ts';

const increment: PreUserRegistrationAction = async (_event, api) => {
  const count = Number(api.cache.get('count')?.value ?? 0) + 1;
  api.cache.set('count', String(count));
};

/** A store over a map that counts its calls, and whose methods a test can replace. */
function createStore(overrides: Partial<CacheStore> = {}): CacheStore & { calls: () => number } {
  const map = new Map<string, string>();
  let calls = 0;
  const count = <Result>(result: Result): Result => {
    calls += 1;
    return result;
  };
  return {
    get: async (key) => count(map.get(key)),
    set: async (key, text) => count(map.set(key, text)),
    delete: async (key) => count(map.delete(key)),
    calls: () => calls,
    ...overrides,
  };
}

const never = (): Promise<never> => new Promise(() => {});

const countOf = (outcome: Outcome): string | undefined =>
  outcome.calls.flatMap((call) => (call.method === 'cache.set' ? [call.args[1]] : [])).at(-1);

function useFakeTime(): void {
  vi.useFakeTimers({ now: 0 });
  onTestFinished(() => void vi.useRealTimers());
}

it('C2: two hundred concurrent flows leave a counter at two hundred, with a handful of store calls', async () => {
  const store = createStore();
  const runtime = createRuntime({ cache: store });

  await Promise.all(Array.from({ length: 200 }, () => run({ increment }, { runtime })));

  expect(countOf(await run({ increment }, { cache: store }))).toBe('201');
  expect(store.calls()).toBeLessThan(20);
});

it('C10: does not report a write that was stored and then expired before it was read back', async () => {
  let now = 0;
  // More than any process keeps once it has expired.
  const full = JSON.stringify({ version: 1, records: [['key', 'x'.repeat(100), 1_000]] });
  const map = new Map([['signup-actions:pre-user-registration:one', full]]);
  const store = createStore({
    get: async (key) => map.get(key),
    async set(key, text) {
      map.set(key, text);
      now = 2_000;
    },
  });
  const replace: PreUserRegistrationAction = async (_event, api) => {
    api.cache.set('key', 'y'.repeat(100), { ttl: 1_000 });
  };
  const runtime = createRuntime({ cache: store, clock: () => now, limits: { maxCacheBytes: 2 } });
  const event = createMockEvent({ tenant: { id: 'one' } });
  const outcome = await run({ replace }, { runtime, event });

  expect(outcome.calls[0]?.result).toMatchObject({ type: 'success' });
  expect(outcome.diagnostics).toEqual([]);
});

it('C2: keeps the cache of each tenant to itself', async () => {
  const runtime = createRuntime({ cache: createStore() });
  const count = async (id: string): Promise<string | undefined> =>
    countOf(await run({ increment }, { runtime, event: createMockEvent({ tenant: { id } }) }));

  expect(await count('one')).toBe('1');
  expect(await count('two')).toBe('1');
  expect(await count('one')).toBe('2');
});

it('C2: a commit reads what another process wrote, and keeps its own writes', async () => {
  const store = createStore();
  const [here, there] = [createRuntime({ cache: store }), createRuntime({ cache: store })];
  const set = (key: string): PreUserRegistrationAction => {
    return async (_event, api) => api.cache.set(key, 'value');
  };
  const read: PreUserRegistrationAction = async (_event, api) => {
    for (const key of ['here', 'there']) api.cache.get(key);
  };
  let release = (): void => {};
  const wait = (): Promise<void> => new Promise((resolve) => (release = resolve));
  const long = run({ wait }, { runtime: here });
  await run({ set: set('there') }, { runtime: there });
  await run({ set: set('here') }, { runtime: here });
  const outcome = await run({ read }, { runtime: here });
  release();
  await long;

  expect(outcome.calls.map(({ result }) => result)).toMatchObject([
    { value: 'value' },
    { value: 'value' },
  ]);
});

it.each<[string, Partial<CacheStore>]>([
  [
    'throws',
    {
      get: () => {
        throw new Error('down');
      },
      set: () => {
        throw new Error('down');
      },
    },
  ],
  [
    'rejects',
    { get: () => Promise.reject(new Error('down')), set: () => Promise.reject(new Error('down')) },
  ],
  ['returns what a dead Keyv returns', { get: async () => undefined, set: async () => false }],
])('C10: a store that %s does not fail the flow, and is reported', async (_, overrides) => {
  const runtime = createRuntime({ cache: createStore(overrides) });

  const first = await run({ increment }, { runtime });
  const second = await run({ increment }, { runtime });

  expect(first).toMatchObject({ status: 'allowed', diagnostics: [{ code: 'cache-unavailable' }] });
  // Counting continues in memory while the store is down.
  expect(countOf(second)).toBe('2');
});

it.each<[string, unknown]>([
  ['something else than JSON', 'rubbish'],
  ['a number', 7],
  ['another shape', '{"version":1,"records":[["count"],[1,2,3],["count","7","never"],null]}'],
  ['another version', '{"version":2,"records":[["count","7",9e15]]}'],
])('C10: a store that returns %s is an empty cache', async (_, text) => {
  const runtime = createRuntime({ cache: createStore({ get: async () => text }) });

  expect(countOf(await run({ increment }, { runtime }))).toBe('1');
});

it('C10: the lifetime of a record from the store is limited', async () => {
  const text = JSON.stringify({ version: 1, records: [['count', '7', 9e15]] });
  const runtime = createRuntime({ cache: createStore({ get: async () => text }), clock: () => 0 });

  const outcome = await run({ increment }, { runtime });

  expect(outcome.calls[0]?.result).toEqual({ value: '7', expires_at: 86_400_000 });
});

it('C10: with a store that never responds, two hundred flows end within twice the store’s timeout', async () => {
  useFakeTime();
  const runtime = createRuntime({ cache: createStore({ get: never, set: never }) });
  const ends: number[] = [];

  const flows = Array.from({ length: 200 }, async () => {
    const outcome = await run({ increment }, { runtime });
    ends.push(Date.now());
    return outcome.status;
  });
  await vi.advanceTimersByTimeAsync(5_000);

  expect(new Set(await Promise.all(flows))).toEqual(new Set(['allowed']));
  expect(Math.max(...ends)).toBeLessThanOrEqual(2_000);
});

it('C10: after a timeout no flow waits again, until the store is back and has everything', async () => {
  useFakeTime();
  const overrides: Partial<CacheStore> = { get: never };
  const store = createStore();
  const flaky: CacheStore = { ...store, get: (key) => (overrides.get ?? store.get)(key) };
  const runtime = createRuntime({ cache: flaky });

  const first = run({ increment }, { runtime });
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await first).diagnostics).toMatchObject([{ code: 'cache-unavailable' }]);

  expect(countOf(await run({ increment }, { runtime }))).toBe('2');
  expect(Date.now()).toBe(1_000);

  // The probe of this flow fails, a later one succeeds.
  await vi.advanceTimersByTimeAsync(1_000);
  delete overrides.get;
  expect(countOf(await run({ increment }, { runtime }))).toBe('3');
  await vi.advanceTimersByTimeAsync(0);

  const after = await run({ increment }, { runtime });
  expect(after.diagnostics).toEqual([]);
  expect(countOf(await run({ increment }, { cache: store }))).toBe('5');
});

it('C10: while the store is down, counts go on from what this process last read, or from nothing', async () => {
  const store = createStore();
  let isAway = false;
  const flaky: CacheStore = {
    ...store,
    get: (key) => (isAway ? Promise.reject(new Error('down')) : store.get(key)),
  };
  const [runtime, idle] = [createRuntime({ cache: flaky }), createRuntime({ cache: flaky })];
  for (let attempt = 0; attempt < 3; attempt += 1) await run({ increment }, { runtime });

  isAway = true;
  expect(countOf(await run({ increment }, { runtime }))).toBe('4');
  expect(countOf(await run({ increment }, { runtime: idle }))).toBe('1');
});

it('C10: writes during a probe are stored too', async () => {
  useFakeTime();
  const store = createStore();
  const slow: CacheStore = {
    ...store,
    get: vi.fn<CacheStore['get']>(store.get).mockImplementationOnce(never),
    async set(key, text, ttlMs) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return store.set(key, text, ttlMs);
    },
  };
  const runtime = createRuntime({ cache: slow });
  const first = run({ increment }, { runtime });
  await vi.advanceTimersByTimeAsync(1_000);
  await first;

  // The end of the first flow probes, and storing its writes takes a while.
  expect(countOf(await run({ increment }, { runtime }))).toBe('2');
  await vi.advanceTimersByTimeAsync(500);

  const third = run({ increment }, { runtime });
  await vi.advanceTimersByTimeAsync(500);
  expect(countOf(await third)).toBe('3');
});

it('C8: a record that had expired is read again after the clock is set back, with nothing new in the store', async () => {
  const text = JSON.stringify({ version: 1, records: [['count', '7', 10_000]] });
  let clock = 5_000;
  const runtime = createRuntime({
    cache: createStore({ get: async () => text }),
    clock: () => clock,
  });
  const read = async (): Promise<unknown> => {
    const { calls } = await run(
      { read: async (_event, { cache }) => cache.get('count') },
      { runtime },
    );
    return calls[0]?.result;
  };

  expect(await read()).toEqual({ value: '7', expires_at: 10_000 });
  clock = 10_001;
  expect(await read()).toBeUndefined();
  expect(await read()).toBeUndefined();
  clock = 5_000;
  expect(await read()).toEqual({ value: '7', expires_at: 10_000 });
});

it('C8: a record that had expired when it was first read is read after the clock is set back', async () => {
  const text = JSON.stringify({ version: 1, records: [['count', '7', 10_000]] });
  let clock = 20_000;
  const runtime = createRuntime({
    cache: createStore({ get: async () => text }),
    clock: () => clock,
  });
  await run({ read: async (_event, { cache }) => cache.get('count') }, { runtime });
  clock = 5_000;

  expect(countOf(await run({ increment }, { runtime }))).toBe('8');
});

it('works with a plain Map', async () => {
  const map = new Map<string, string>();

  await run({ increment }, { cache: map });

  expect(countOf(await run({ increment }, { cache: map }))).toBe('2');
});

it.each([
  ['undefined', undefined],
  ['null', null],
])(
  'C10: while a flow is open, a store that returns %s instead of a document lost it, and the records in memory are kept',
  async (_, nothing) => {
    const kept = new Map<string, string>();
    let isLost = false;
    const runtime = createRuntime({
      cache: createStore({
        get: async (key) => (isLost ? nothing : kept.get(key)),
        set: async (key, text) => void kept.set(key, text),
      }),
    });
    let end = (): void => {};
    const wait = (): Promise<void> => new Promise((resolve) => (end = resolve));
    const set =
      (key: string): PreUserRegistrationAction =>
      async (_event, { cache }) =>
        cache.set(key, '1');
    const open = run({ wait }, { runtime });
    await run({ set: set('first') }, { runtime });
    isLost = true;

    await run({ set: set('second') }, { runtime });
    const { calls } = await run(
      { read: async (_event, { cache }) => cache.get('first') },
      { runtime },
    );
    end();
    await open;

    expect(calls[0]?.result).toMatchObject({ value: '1' });
  },
);
