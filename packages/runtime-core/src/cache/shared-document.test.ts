import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import type { CacheStore } from '../ports.ts';
import { createSharedDocument, type SharedDocument } from './shared-document.ts';

/** The document that holds some records, in their order. */
const documentOf = (records: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    version: 1,
    records: Object.entries(records).map(([key, value]) => [key, value, 1_000]),
  });

/** A store that is asked at once and answers when the test says so, each question by its number. */
function createSlowStore(): CacheStore & {
  readonly asked: readonly string[];
  readonly answer: (question: number, value?: unknown) => Promise<void>;
} {
  const asked: string[] = [];
  const answers: ((value: unknown) => void)[] = [];
  const ask = (question: string): Promise<unknown> => {
    asked.push(question);
    return new Promise((resolve) => answers.push(resolve));
  };
  return {
    get: () => ask('get'),
    set: (_key, text) => ask(`set ${text}`),
    delete: () => ask('delete'),
    asked,
    async answer(question, value) {
      answers[question]?.(value);
      await settle();
    },
  };
}

/** Lets everything that is ready to run, run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const open = (store: CacheStore): SharedDocument =>
  createSharedDocument('key', { store, clock: () => 0, limits: createLimits() });

const write = ({ cache }: SharedDocument, key: string, value: string): unknown =>
  cache.set(key, value, { ttl: 1_000 }, 0);

const valueOf = ({ cache }: SharedDocument, key: string): string | undefined =>
  cache.get(key, 0)?.value;

it('C2: loads once, however often it is asked', async () => {
  const store = createSlowStore();
  const document = open(store);

  const loads = Promise.all([document.load(), document.load()]);
  await store.answer(0, documentOf({ count: '1' }));
  await loads;

  expect(store.asked).toEqual(['get']);
  expect(valueOf(document, 'count')).toBe('1');
});

it('C2: a commit without writes asks the store nothing', async () => {
  const store = createSlowStore();

  await open(store).commit();

  expect(store.asked).toEqual([]);
});

it('C2: flows that ask for a commit while one runs share the next', async () => {
  const store = createSlowStore();
  const document = open(store);
  write(document, 'a', '1');
  const running = document.commit();
  await settle();
  await store.answer(0);
  write(document, 'b', '2');

  const next = document.commit();
  expect(document.commit()).toBe(next);
  await store.answer(1);
  await running;
  await store.answer(2, documentOf({ a: '1' }));
  await store.answer(3);
  await next;

  expect(store.asked).toEqual([
    'get',
    `set ${documentOf({ a: '1' })}`,
    'get',
    `set ${documentOf({ b: '2', a: '1' })}`,
  ]);
});

it('C2: takes in what others wrote and deleted, and keeps what was written here since', async () => {
  const store = createSlowStore();
  const document = open(store);
  const load = document.load();
  await store.answer(0, documentOf({ ours: '1', theirs: '1', deleted: '1' }));
  await load;

  write(document, 'ours', '2');
  const commit = document.commit();
  await settle();
  await store.answer(1, documentOf({ ours: '1', theirs: '2', added: '1' }));
  await store.answer(2);
  await commit;

  expect(store.asked.at(-1)).toBe(`set ${documentOf({ ours: '2', theirs: '2', added: '1' })}`);
});

it('C10: what a failed commit could not store is stored by the next one', async () => {
  const store = createSlowStore();
  const document = open(store);
  write(document, 'a', '1');
  const failing = document.commit();
  await settle();
  await store.answer(0);
  void store.answer(1, false);
  await expect(failing).rejects.toThrow('the store did not save the record');

  const next = document.commit();
  await settle();
  await store.answer(2, documentOf({ b: '1' }));
  await store.answer(3);
  await next;

  expect(store.asked.at(-1)).toBe(`set ${documentOf({ a: '1', b: '1' })}`);
});

it('C10: what was being stored when the store stopped answering is not lost', async () => {
  const store = createSlowStore();
  const document = open(store);
  write(document, 'count', '6');
  void document.commit();
  await settle();
  await store.answer(0, documentOf({ count: '5' }));

  document.restart();
  const load = document.load();
  await store.answer(2, documentOf({ count: '5' }));
  await load;
  expect(valueOf(document, 'count')).toBe('6');
  const commit = document.commit();
  await settle();
  await store.answer(3, documentOf({ count: '5' }));
  await store.answer(4);
  await commit;

  expect(store.asked.at(-1)).toBe(`set ${documentOf({ count: '6' })}`);
});

it('C10: what was read before the store stopped answering comes too late to count', async () => {
  const store = createSlowStore();
  const document = open(store);
  const givenUp = document.load();

  document.restart();
  const load = document.load();
  await store.answer(1);
  await load;
  write(document, 'count', '1');
  const commit = document.commit();
  await settle();
  await store.answer(2);
  await store.answer(3);
  await commit;
  void store.answer(0, documentOf({ count: '0' }));

  await expect(givenUp).rejects.toThrow('the store answered too late');
  expect(valueOf(document, 'count')).toBe('1');
});
