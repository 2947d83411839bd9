import {
  createRuntime,
  type CacheStore,
  type Outcome,
  type Runtime,
} from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { run } from '../../test/run.ts';

const runFor = (
  runtime: Runtime,
  action: PreUserRegistrationAction,
  tenant = 'tenant',
): Promise<Outcome> =>
  run({ action }, { runtime, event: createMockEvent({ tenant: { id: tenant } }) });

const set =
  (key: string, value = 'value'): PreUserRegistrationAction =>
  async (_event, api) =>
    api.cache.set(key, value, { ttl: 60_000 });

/** What an Action reads from the cache. */
const read = async (runtime: Runtime, keys: readonly string[], id?: string): Promise<unknown> => {
  const look: PreUserRegistrationAction = async (_event, api) => {
    for (const key of keys) api.cache.get(key);
  };
  const { calls } = await runFor(runtime, look, id);
  return calls.map((call) => call.method === 'cache.get' && call.result?.value);
};

it('C2: without a store the runtime keeps the cache of each tenant', async () => {
  const runtime = createRuntime();

  await runFor(runtime, set('a'), 'one');

  expect(await read(runtime, ['a'], 'one')).toEqual(['value']);
  expect(await read(runtime, ['a'], 'two')).toEqual([undefined]);
});

it('C2: a store keeps one string for each tenant, under the name of the trigger', async () => {
  const store = new Map<string, string>();

  await runFor(createRuntime({ cache: store }), set('a', '1'), 'one');
  await runFor(createRuntime({ cache: store }), set('b', '2'), 'two');

  expect([...store.keys()]).toEqual([
    'signup-actions:pre-user-registration:one',
    'signup-actions:pre-user-registration:two',
  ]);
});

it('C2: a store receives a lifetime with each write, and no write from a flow that writes nothing', async () => {
  const called: unknown[] = [];
  const map = new Map<string, string>();
  const cache: CacheStore = {
    get(key) {
      called.push(['get', key]);
      return map.get(key);
    },
    set(key, text, ttlMs) {
      called.push(['set', key, ttlMs]);
      map.set(key, text);
    },
    delete: (key) => map.delete(key),
  };
  const key = 'signup-actions:pre-user-registration:tenant';

  await runFor(createRuntime({ cache }), async () => {});
  expect(called.splice(0)).toEqual([['get', key]]);

  await runFor(createRuntime({ cache }), set('a'));
  expect(called).toEqual([
    ['get', key],
    ['get', key],
    ['set', key, 86_400_000],
    ['get', key],
  ]);
});

it('C2: a flow that starts while no other runs sees what other processes wrote and deleted', async () => {
  const store = new Map<string, string>();
  const [here, there] = [createRuntime({ cache: store }), createRuntime({ cache: store })];
  await runFor(here, set('a'));

  await runFor(there, async (_event, api) => {
    api.cache.delete('a');
    api.cache.set('b', 'value');
  });

  expect(await read(here, ['a', 'b'])).toEqual([undefined, 'value']);
});

it('C7: a deleted record is deleted from the store', async () => {
  const store = new Map<string, string>();
  await runFor(createRuntime({ cache: store }), set('a'));

  await runFor(createRuntime({ cache: store }), async (_event, api) => api.cache.delete('a'));

  expect(await read(createRuntime({ cache: store }), ['a'])).toEqual([undefined]);
});

it('C10: only one flow at a time probes a store that is down, and each flow reports it', async () => {
  let called = 0;
  const cache: CacheStore = {
    get() {
      called += 1;
      if (called === 1) throw new Error('down');
      return new Promise(() => {});
    },
    set: () => undefined,
    delete: () => undefined,
  };
  const runtime = createRuntime({ cache });

  const first = await runFor(runtime, set('a'));
  const second = await runFor(runtime, set('b'));
  const third = await runFor(runtime, set('c'));

  expect(called).toBe(2);
  expect([first, second, third].map(({ diagnostics }) => diagnostics[0]?.message)).toEqual([
    "The cache's store failed (down), so the flow used its in-memory records; writes may be lost.",
    "The cache's store failed (it failed earlier and has not recovered), so the flow used its in-memory records; writes may be lost.",
    "The cache's store failed (it failed earlier and has not recovered), so the flow used its in-memory records; writes may be lost.",
  ]);
  expect(await read(runtime, ['a', 'b', 'c'])).toEqual(['value', 'value', 'value']);
});

it('C2: while a flow is open, later ones see its writes, even after other flows have ended', async () => {
  const runtime = createRuntime({ cache: new Map<string, string>() });
  let writeLate = (): void => {};
  let end = (): void => {};
  const open = runFor(runtime, (_event, { cache }) => {
    writeLate = () => void cache.set('late', 'value');
    return new Promise<void>((resolve) => (end = resolve));
  });

  await runFor(runtime, set('other'));
  writeLate();
  expect(await read(runtime, ['late'])).toEqual(['value']);
  end();
  await open;
});

it('C10: once a store that was down has everything, writes of other processes are seen again', async () => {
  const kept = new Map<string, string>();
  let called = 0;
  const cache: CacheStore = {
    get(key) {
      called += 1;
      if (called === 1) throw new Error('down');
      return kept.get(key);
    },
    set: (key, text) => void kept.set(key, text),
    delete: (key) => kept.delete(key),
  };
  const runtime = createRuntime({ cache });

  await runFor(runtime, set('a'));
  // The end of the flow probes, and the store responds.
  await new Promise((resolve) => setTimeout(resolve, 1));
  await runFor(createRuntime({ cache: kept }), set('b'));

  expect(await read(runtime, ['a', 'b'])).toEqual(['value', 'value']);
});
