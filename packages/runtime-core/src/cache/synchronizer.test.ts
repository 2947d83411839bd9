import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import type { CacheStore } from '../ports.ts';
import type { LiveCache } from './live-cache.ts';
import { createSharedDocument } from './shared-document.ts';
import { createStoreTime } from './store-time.ts';
import { createSynchronizer, type Synchronizer } from './synchronizer.ts';

/** A document with these records, in this order. */
const documentOf = (records: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    version: 1,
    records: Object.entries(records).map(([key, value]) => [key, value, 1_000]),
  });

/** A store whose calls settle when the test says so, one after another. */
function createSlowStore(): CacheStore & {
  readonly calls: readonly string[];
  readonly settleNext: (value?: unknown) => Promise<void>;
} {
  const calls: string[] = [];
  const resolvers: ((value: unknown) => void)[] = [];
  const receive = (call: string): Promise<unknown> => {
    calls.push(call);
    return new Promise((resolve) => resolvers.push(resolve));
  };
  return {
    get: () => receive('get'),
    set: (_key, text) => receive(`set ${text}`),
    delete: () => receive('delete'),
    compareAndSet: (_key, expected, next) => receive(`from ${expected} to ${next}`),
    calls,
    async settleNext(value) {
      resolvers.shift()?.(value);
      await settle();
    },
  };
}

/** Runs everything that is ready to run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function start(store: CacheStore): Synchronizer & { write: (key: string, value: string) => void } {
  const clock = (): number => 0;
  const time = createStoreTime(store, clock);
  const document = createSharedDocument({ clock, limits: createLimits(), time });
  const cache: LiveCache = document.open({ lose: () => {} }, () => {});
  return {
    ...createSynchronizer(document, { store, storeKey: 'key', time, ttlMs: 1_000 }),
    write: (key, value) => void cache.set(key, value, { ttl: 1_000 }, 0),
  };
}

it('C2: calls of the same moment share an exchange, and calls while it runs share the next one', async () => {
  const store = createSlowStore();
  const { synchronize } = start(store);

  const first = [synchronize(), synchronize()];
  await settle();
  const second = [synchronize(), synchronize()];
  await settle();
  expect(store.calls).toEqual(['get']);
  await store.settleNext();
  await Promise.all(first);
  expect(store.calls).toEqual(['get', 'get']);
  await store.settleNext();
  await Promise.all(second);
});

it('C11: one comparison writes, and tells what is stored; a flow that starts needs no read besides', async () => {
  const store = createSlowStore();
  const { synchronize, flush, write } = start(store);
  void synchronize();
  await settle();
  await store.settleNext(documentOf({ a: '1' }));
  write('b', '1');

  const both = [flush(), synchronize()];
  await settle();
  await store.settleNext(true);
  await Promise.all(both);

  expect(store.calls).toEqual([
    'get',
    `from ${documentOf({ a: '1' })} to ${documentOf({ a: '1', b: '1' })}`,
  ]);
});

it('C11: after a comparison that failed, it reads and compares again', async () => {
  const store = createSlowStore();
  const { flush, write } = start(store);
  write('a', '1');
  const done = flush();
  await settle();
  for (const answer of [undefined, false, documentOf({ b: '1' }), true]) {
    await store.settleNext(answer);
  }
  await done;

  expect(store.calls).toEqual([
    'get',
    `from undefined to ${documentOf({ a: '1' })}`,
    'get',
    `from ${documentOf({ b: '1' })} to ${documentOf({ b: '1', a: '1' })}`,
  ]);
});

it('C2: nothing is sent if there is nothing to write', async () => {
  const store = createSlowStore();

  await start(store).flush();

  expect(store.calls).toEqual([]);
});

it('C10: an exchange from before a restart has no effect, and later ones do not wait for it', async () => {
  const store = createSlowStore();
  const { synchronize, flush, restart, write } = start(store);
  const abandoned = synchronize();
  await settle();
  const waiting = synchronize();
  restart();
  const read = synchronize();
  await settle();
  await store.settleNext(documentOf({ count: '0' }));
  await store.settleNext(documentOf({ count: '1' }));
  await read;

  await expect(abandoned).rejects.toThrow('the store responded too late');
  await expect(waiting).rejects.toThrow('the store responded too late');
  write('other', '1');
  void flush();
  await settle();
  expect(store.calls.at(-1)).toMatch(`from ${documentOf({ count: '1' })} to `);
});
