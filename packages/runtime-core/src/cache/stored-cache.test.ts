import { createRuntime, type CacheStore, type Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it, onTestFinished, vi } from 'vitest';

const increment: PreUserRegistrationAction = async (_event, api) => {
  const count = Number(api.cache.get('count')?.value ?? 0) + 1;
  api.cache.set('count', String(count));
};

const actions = [{ name: 'increment', handler: increment }];

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
  const event = createMockEvent();

  await Promise.all(Array.from({ length: 200 }, () => runtime.run({ event, actions })));

  expect(countOf(await createRuntime({ cache: store }).run({ event, actions }))).toBe('201');
  expect(store.calls()).toBeLessThan(20);
});

it('C2: keeps the cache of each tenant to itself', async () => {
  const runtime = createRuntime({ cache: createStore() });
  const run = (id: string): Promise<Outcome> =>
    runtime.run({ event: createMockEvent({ tenant: { id } }), actions });

  expect(countOf(await run('one'))).toBe('1');
  expect(countOf(await run('two'))).toBe('1');
  expect(countOf(await run('one'))).toBe('2');
});

it('C2: a commit reads what another process wrote, and keeps its own writes', async () => {
  const store = createStore();
  const [here, there] = [createRuntime({ cache: store }), createRuntime({ cache: store })];
  const event = createMockEvent();
  const set = (key: string): PreUserRegistrationAction => {
    return async (_event, api) => api.cache.set(key, 'value');
  };
  const read: PreUserRegistrationAction = async (_event, api) => {
    for (const key of ['here', 'there']) api.cache.get(key);
  };
  const run = (runtime: typeof here, handler: PreUserRegistrationAction): Promise<Outcome> =>
    runtime.run({ event, actions: [{ name: 'action', handler }] });
  let release = (): void => {};
  const long = run(here, () => new Promise((resolve) => (release = () => resolve(undefined))));
  await run(there, set('there'));
  await run(here, set('here'));
  const outcome = await run(here, read);
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
  const event = createMockEvent();

  const first = await runtime.run({ event, actions });
  const second = await runtime.run({ event, actions });

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

  expect(countOf(await runtime.run({ event: createMockEvent(), actions }))).toBe('1');
});

it('C10: the lifetime of a record from the store is limited', async () => {
  const text = JSON.stringify({ version: 1, records: [['count', '7', 9e15]] });
  const runtime = createRuntime({ cache: createStore({ get: async () => text }), clock: () => 0 });

  const outcome = await runtime.run({ event: createMockEvent(), actions });

  expect(outcome.calls[0]?.result).toEqual({ value: '7', expires_at: 86_400_000 });
});

it('C10: with a store that never responds, two hundred flows end within twice the store’s timeout', async () => {
  useFakeTime();
  const runtime = createRuntime({ cache: createStore({ get: never, set: never }) });
  const ends: number[] = [];

  const flows = Array.from({ length: 200 }, async () => {
    const outcome = await runtime.run({ event: createMockEvent(), actions });
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
  const event = createMockEvent();

  const first = runtime.run({ event, actions });
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await first).diagnostics).toMatchObject([{ code: 'cache-unavailable' }]);

  expect(countOf(await runtime.run({ event, actions }))).toBe('2');
  expect(Date.now()).toBe(1_000);

  // The probe of this flow fails, a later one succeeds.
  await vi.advanceTimersByTimeAsync(1_000);
  delete overrides.get;
  expect(countOf(await runtime.run({ event, actions }))).toBe('3');
  await vi.advanceTimersByTimeAsync(0);

  const after = await runtime.run({ event, actions });
  expect(after.diagnostics).toEqual([]);
  expect(countOf(await createRuntime({ cache: store }).run({ event, actions }))).toBe('5');
});

it('C10: while the store is down counts start again, and afterwards the store has the new counts', async () => {
  const store = createStore();
  let isAway = false;
  const flaky: CacheStore = {
    ...store,
    get: (key) => (isAway ? Promise.reject(new Error('down')) : store.get(key)),
  };
  const runtime = createRuntime({ cache: flaky });
  const run = async (key: string): Promise<string | undefined> => {
    const handler: PreUserRegistrationAction = async (_event, api) => {
      api.cache.set(key, String(Number(api.cache.get(key)?.value ?? 0) + 1));
    };
    return countOf(
      await runtime.run({ event: createMockEvent(), actions: [{ name: key, handler }] }),
    );
  };
  for (const key of ['one', 'two', 'one', 'two', 'one']) await run(key);

  isAway = true;
  expect(await run('one')).toBe('1');
  isAway = false;
  // This flow still uses the records in memory; its probe finds that the store is back.
  expect(await run('one')).toBe('2');
  await new Promise((resolve) => setTimeout(resolve));

  expect(await run('one')).toBe('3');
  expect(await run('two')).toBe('3');
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
  const event = createMockEvent();
  const first = runtime.run({ event, actions });
  await vi.advanceTimersByTimeAsync(1_000);
  await first;

  // The end of the first flow probes, and storing its writes takes a while.
  expect(countOf(await runtime.run({ event, actions }))).toBe('2');
  await vi.advanceTimersByTimeAsync(500);

  const third = runtime.run({ event, actions });
  await vi.advanceTimersByTimeAsync(500);
  expect(countOf(await third)).toBe('3');
});

it('works with a plain Map', async () => {
  const map = new Map<string, string>();
  const event = createMockEvent();

  await createRuntime({ cache: map }).run({ event, actions });

  expect(countOf(await createRuntime({ cache: map }).run({ event, actions }))).toBe('2');
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
    const run = async (handler: PreUserRegistrationAction) =>
      runtime.run({ event: createMockEvent(), actions: [{ name: 'action', handler }] });
    let end = (): void => {};
    const open = run(() => new Promise<void>((resolve) => (end = resolve)));
    await run(async (_event, { cache }) => void cache.set('first', '1'));
    isLost = true;

    await run(async (_event, { cache }) => void cache.set('second', '2'));
    const { calls } = await run(async (_event, { cache }) => void cache.get('first'));
    end();
    await open;

    expect(calls[0]?.result).toMatchObject({ value: '1' });
  },
);
