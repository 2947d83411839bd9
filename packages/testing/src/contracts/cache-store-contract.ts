import type { CacheStore, Outcome, Runtime } from '@signup-actions/runtime-core';
import { createRuntime } from '@signup-actions/runtime-core/internal';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { createMockEvent } from '../events/create-mock-event.ts';
import { assertEqual, type ContractCheck } from './contract-check.ts';

/** Creates an empty store; called once for each check. */
export type CreateStore = () => CacheStore | Promise<CacheStore>;

/**
 * What the engine needs of a store for its cache, to check on a store of your own: `Map`, Keyv or anything of
 * their shape.
 *
 * @example
 * ```ts
 * for (const { name, check } of cacheStoreContract(() => new Keyv())) it(name, check);
 * ```
 */
export const cacheStoreContract = (createStore: CreateStore): readonly ContractCheck[] =>
  Object.entries(checks).map(([name, check]) => ({
    name,
    check: async () => check(await createStore()),
  }));

const minuteMs = 60_000;
/** As long as a document can be: 8,192 bytes of keys and values, and what JSON adds. */
const longText = JSON.stringify({ text: '"é"'.repeat(4_000) });

const checks: Readonly<Record<string, (store: CacheStore) => Promise<void>>> = {
  async 'returns undefined or null for a key that it does not hold'(store) {
    assertEqual((await store.get('missing')) ?? undefined, undefined, 'the value of a missing key');
  },
  async 'returns a string as it was set'(store) {
    for (const text of ['{}', '', 'é 日本 🎉', longText]) {
      await store.set('key', text, minuteMs);
      assertEqual(await store.get('key'), text, 'the value of a key that was set');
    }
  },
  async 'keeps the values of different keys apart'(store) {
    await store.set('tenant:a', 'of a', minuteMs);
    await store.set('tenant:b', 'of b', minuteMs);
    assertEqual(await store.get('tenant:a'), 'of a', 'the value of a key after another was set');
  },
  async 'forgets a key that is deleted'(store) {
    await store.set('key', 'text', minuteMs);
    await store.delete('key');
    assertEqual((await store.get('key')) ?? undefined, undefined, 'the value of a deleted key');
  },
  async 'takes lifetimes in milliseconds'(store) {
    await store.set('key', 'text', 300);
    assertEqual(await store.get('key'), 'text', 'the value immediately after set for 300 ms');
    await store.set('key', 'text', 24 * 60 * minuteMs);
    assertEqual(await store.get('key'), 'text', 'the value immediately after set for 24 hours');
  },
  async 'C2: carries a count from flow to flow, and from runtime to runtime'(store) {
    const runtimes = [createRuntime({ cache: store }), createRuntime({ cache: store })];
    for (let signup = 0; signup < 4; signup += 1) {
      const outcome = await runtimes[signup % 2]?.run({ event: createMockEvent(), actions });
      assertEqual(outcome?.diagnostics[0]?.message, undefined, 'the first diagnostic');
      assertEqual(countOf(outcome), String(signup + 1), 'the count');
    }
  },
  async 'C2: counts signups that run at the same time, each of them'(store) {
    const runtime = createRuntime({ cache: store });
    const flows = Array.from({ length: 50 }, () =>
      runtime.run({ event: createMockEvent(), actions }),
    );
    await Promise.all(flows);
    const last = await runtime.run({ event: createMockEvent(), actions });
    assertEqual(countOf(last), '51', 'the count');
  },
  async 'C11: compares and sets only if the stored string is the expected one, if it can compare'(
    store,
  ) {
    if (!store.compareAndSet) return;
    const set = (expected: string | undefined, next: string): unknown =>
      store.compareAndSet?.('key', expected, next, minuteMs);
    assertEqual(await set('other', 'new'), false, 'the result for a key that it does not hold');
    assertEqual(await set(undefined, ''), true, 'the result where no string is expected');
    assertEqual(await set(undefined, 'new'), false, 'the result if there is a string');
    assertEqual(await set('', longText), true, 'the result where the string is as expected');
    assertEqual(await set('', 'new'), false, 'the result where the string has changed');
    assertEqual(await store.get('key'), longText, 'the value after that');
  },
  async 'C11: of those that compare at the same time, one sets, if it can compare'(store) {
    if (!store.compareAndSet) return;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, next) =>
        store.compareAndSet?.('key', undefined, `${next}`, minuteMs),
      ),
    );
    assertEqual(results.filter((result) => result === true).length, 1, 'how many have set');
    assertEqual(await store.get('key'), `${results.indexOf(true)}`, 'the value after that');
  },
  async 'C11: keeps what two runtimes write at the same time, if it can compare'(store) {
    if (!store.compareAndSet) return;
    const runtimes = [createRuntime({ cache: store }), createRuntime({ cache: store })];
    const keys = Array.from({ length: 10 }, (_, index) => `${index}`);
    const set = (runtime: Runtime | undefined, key: string): unknown =>
      runtime?.run({
        event: createMockEvent(),
        actions: [{ name: 'set', handler: async (_event, { cache }) => cache.set(key, key) }],
      });
    await Promise.all(keys.map((key, index) => set(runtimes[index % 2], key)));
    const found: unknown[] = [];
    const read: PreUserRegistrationAction = async (_event, { cache }) => {
      for (const key of keys) found.push(cache.get(key)?.value);
    };
    await runtimes[0]?.run({
      event: createMockEvent(),
      actions: [{ name: 'read', handler: read }],
    });
    assertEqual(found, keys, 'the values');
  },
  async 'C11: returns its time in milliseconds, if it has one'(store) {
    if (!store.now) return;
    const [first, second] = [await store.now(), await store.now()].map(Number);
    assertEqual(Number.isSafeInteger(first), true, 'whether the time is an integer');
    assertEqual((first ?? 0) <= (second ?? 0), true, 'whether the time goes on');
    assertEqual((first ?? 0) > 1e12, true, 'whether the time is in milliseconds');
  },
};

const count: PreUserRegistrationAction = async (_event, api) => {
  const next = String(Number(api.cache.get('count')?.value ?? 0) + 1);
  api.cache.set('count', next);
  api.user.setUserMetadata('count', next);
};
const actions = [{ name: 'count', handler: count }];

const countOf = (outcome: Outcome | undefined): unknown => outcome?.changes.userMetadata['count'];
