import { createRedisStore } from '@signup-actions/runtime-core/redis';
import { expect, it } from 'vitest';

// `pnpm cluster` tests the store on a real Redis; this is how it speaks to each library.

/** A client that keeps what it was asked, without the script, and answers. */
function createClient(answer: unknown, more: object = {}) {
  const asked: (readonly unknown[])[] = [];
  return {
    asked,
    client: {
      async eval(_script: string, ...args: readonly unknown[]) {
        asked.push(args);
        return answer;
      },
      ...more,
    },
  };
}

async function askAll(client: Parameters<typeof createRedisStore>[0]): Promise<void> {
  const store = createRedisStore(client);
  await store.get('key');
  await store.set('key', 'value', 0.5);
  await store.compareAndSet('key', undefined, 'value', 1_000);
  await store.compareAndSet('key', '', 'value', 1_000);
  await store.delete('key');
  await store.now();
}

it('passes keys and arguments to a client of redis', async () => {
  const { asked, client } = createClient(1);

  await askAll(client);

  expect(asked).toEqual([
    [{ keys: ['key'], arguments: [] }],
    [{ keys: ['key'], arguments: ['value', '1'] }],
    [{ keys: ['key'], arguments: ['value', '1000'] }],
    [{ keys: ['key'], arguments: ['value', '1000', ''] }],
    [{ keys: ['key'], arguments: [] }],
    [{ keys: [], arguments: [] }],
  ]);
});

it('passes keys and arguments to a client of ioredis', async () => {
  const { asked, client } = createClient(1, { call: () => {} });

  await askAll(client);

  expect(asked).toEqual([
    [1, 'key'],
    [1, 'key', 'value', '1'],
    [1, 'key', 'value', '1000'],
    [1, 'key', 'value', '1000', ''],
    [1, 'key'],
    [0],
  ]);
});

it.each([
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
  [null, false],
])('C11: the answer %o of a comparison means %o', async (answer, isStored) => {
  const store = createRedisStore(createClient(answer).client);

  expect(await store.compareAndSet('key', 'old', 'new', 1)).toBe(isStored);
});

it.each([
  [1_700_000_000_000, 1_700_000_000_000],
  ['1700000000000', 1_700_000_000_000],
  [null, null],
])('C11: the answer %o to the time means %o', async (answer, time) => {
  expect(await createRedisStore(createClient(answer).client).now()).toBe(time);
});

it.each([
  ['a document', 'a document'],
  [new TextEncoder().encode('é'), 'é'],
  [null, null],
])('reads %o as %o', async (answer, text) => {
  expect(await createRedisStore(createClient(answer).client).get('key')).toBe(text);
});
