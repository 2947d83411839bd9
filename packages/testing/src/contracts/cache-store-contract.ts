import type { CacheStore, Outcome } from '@signup-actions/runtime-core';
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
};

const count: PreUserRegistrationAction = async (_event, api) => {
  const next = String(Number(api.cache.get('count')?.value ?? 0) + 1);
  api.cache.set('count', next);
  api.user.setUserMetadata('count', next);
};
const actions = [{ name: 'count', handler: count }];

const countOf = (outcome: Outcome | undefined): unknown => outcome?.changes.userMetadata['count'];
