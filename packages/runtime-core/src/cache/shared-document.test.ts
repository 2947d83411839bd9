import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import type { CacheStore } from '../ports.ts';
import { createSharedDocument, type SharedDocument } from './shared-document.ts';

/** A document with these records, in this order. */
const documentOf = (records: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    version: 1,
    records: Object.entries(records).map(([key, value]) => [key, value, 1_000]),
  });

/** A store whose calls settle when the test says so, each by its number. */
function createSlowStore(): CacheStore & {
  readonly calls: readonly string[];
  readonly settleCall: (index: number, value?: unknown) => Promise<void>;
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
    calls,
    async settleCall(index, value) {
      resolvers[index]?.(value);
      await settle();
    },
  };
}

/** Runs everything that is ready to run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const open = (store: CacheStore): SharedDocument =>
  createSharedDocument('key', { store, clock: () => 0, limits: createLimits() });

const write = ({ cache }: SharedDocument, key: string, value: string): unknown =>
  cache.set(key, value, { ttl: 1_000 }, 0);

const valueOf = ({ cache }: SharedDocument, key: string): string | undefined =>
  cache.get(key, 0)?.value;

it('C2: loads only once, however often it is called', async () => {
  const store = createSlowStore();
  const document = open(store);

  const loads = Promise.all([document.load(), document.load()]);
  await store.settleCall(0, documentOf({ count: '1' }));
  await loads;

  expect(store.calls).toEqual(['get']);
  expect(valueOf(document, 'count')).toBe('1');
});

it('C2: a commit without writes does not call the store', async () => {
  const store = createSlowStore();

  await open(store).commit();

  expect(store.calls).toEqual([]);
});

it('C2: flows that commit while a commit runs share the next one', async () => {
  const store = createSlowStore();
  const document = open(store);
  write(document, 'a', '1');
  const running = document.commit();
  await settle();
  await store.settleCall(0);
  write(document, 'b', '2');

  const next = document.commit();
  expect(document.commit()).toBe(next);
  await store.settleCall(1);
  await running;
  await store.settleCall(2, documentOf({ a: '1' }));
  await store.settleCall(3);
  await next;

  expect(store.calls).toEqual([
    'get',
    `set ${documentOf({ a: '1' })}`,
    'get',
    `set ${documentOf({ b: '2', a: '1' })}`,
  ]);
});

it('C2: reads what others wrote and deleted, and keeps later writes of its own', async () => {
  const store = createSlowStore();
  const document = open(store);
  const load = document.load();
  await store.settleCall(0, documentOf({ ours: '1', theirs: '1', deleted: '1' }));
  await load;

  write(document, 'ours', '2');
  const commit = document.commit();
  await settle();
  await store.settleCall(1, documentOf({ ours: '1', theirs: '2', added: '1' }));
  await store.settleCall(2);
  await commit;

  expect(store.calls.at(-1)).toBe(`set ${documentOf({ ours: '2', theirs: '2', added: '1' })}`);
});

it('C10: writes that a failed commit did not store are stored by the next one', async () => {
  const store = createSlowStore();
  const document = open(store);
  write(document, 'a', '1');
  const failing = document.commit();
  await settle();
  await store.settleCall(0);
  void store.settleCall(1, false);
  await expect(failing).rejects.toThrow('the store did not save the record');

  const next = document.commit();
  await settle();
  await store.settleCall(2, documentOf({ b: '1' }));
  await store.settleCall(3);
  await next;

  expect(store.calls.at(-1)).toBe(`set ${documentOf({ a: '1', b: '1' })}`);
});

it('C10: writes that were being stored when the store stopped responding are not lost', async () => {
  const store = createSlowStore();
  const document = open(store);
  write(document, 'count', '6');
  void document.commit();
  await settle();
  await store.settleCall(0, documentOf({ count: '5' }));

  document.restart();
  const load = document.load();
  await store.settleCall(2, documentOf({ count: '5' }));
  await load;
  expect(valueOf(document, 'count')).toBe('6');
  const commit = document.commit();
  await settle();
  await store.settleCall(3, documentOf({ count: '5' }));
  await store.settleCall(4);
  await commit;

  expect(store.calls.at(-1)).toBe(`set ${documentOf({ count: '6' })}`);
});

it('C10: a read from before a restart has no effect', async () => {
  const store = createSlowStore();
  const document = open(store);
  const abandoned = document.load();

  document.restart();
  const load = document.load();
  await store.settleCall(1);
  await load;
  write(document, 'count', '1');
  const commit = document.commit();
  await settle();
  await store.settleCall(2);
  await store.settleCall(3);
  await commit;
  void store.settleCall(0, documentOf({ count: '0' }));

  await expect(abandoned).rejects.toThrow('the store responded too late');
  expect(valueOf(document, 'count')).toBe('1');
});
