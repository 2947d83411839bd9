import { createRuntime, type CacheStore, type Outcome } from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import type { ContractCheck } from './contract-check.ts';
import { createMockEvent } from '../events/create-mock-event.ts';

/** Answers a store that holds nothing yet; called once for each check. */
export type CreateStore = () => CacheStore | Promise<CacheStore>;

/**
 * What the engine needs of a store for its cache, to be checked on a store of your own: `Map`, Keyv or what
 * has their shape.
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
/** A document is about this long at most: 8,192 bytes of keys and values, and what JSON adds. */
const longText = JSON.stringify({ text: '"é"'.repeat(4_000) });

const checks: Readonly<Record<string, (store: CacheStore) => Promise<void>>> = {
  async 'answers undefined or null for what it does not hold'(store) {
    demand((await store.get('missing')) ?? 'nothing', 'nothing', 'get');
  },
  async 'answers a text as it was set'(store) {
    for (const text of ['{}', '', 'é 日本 🎉', longText]) {
      await store.set('key', text, minuteMs);
      demand(await store.get('key'), text, 'get');
    }
  },
  async 'keeps what is set under different keys apart'(store) {
    await store.set('tenant:a', 'of a', minuteMs);
    await store.set('tenant:b', 'of b', minuteMs);
    demand(await store.get('tenant:a'), 'of a', 'get');
  },
  async 'forgets what is deleted'(store) {
    await store.set('key', 'text', minuteMs);
    await store.delete('key');
    demand((await store.get('key')) ?? 'nothing', 'nothing', 'get');
  },
  async 'takes lifetimes in milliseconds'(store) {
    await store.set('key', 'text', 300);
    demand(await store.get('key'), 'text', 'get at once');
    await store.set('key', 'text', 24 * 60 * minuteMs);
    demand(await store.get('key'), 'text', 'get at once');
  },
  async 'C2: carries a count from flow to flow, and from runtime to runtime'(store) {
    const runtimes = [createRuntime({ cache: store }), createRuntime({ cache: store })];
    for (let signup = 0; signup < 4; signup += 1) {
      const outcome = await runtimes[signup % 2]?.run({ event: createMockEvent(), actions });
      demand(problemOf(outcome), undefined, 'diagnostics');
      demand(countOf(outcome), String(signup + 1), 'count');
    }
  },
  async 'C2: counts signups at once, each of them'(store) {
    const runtime = createRuntime({ cache: store });
    const flows = Array.from({ length: 50 }, () =>
      runtime.run({ event: createMockEvent(), actions }),
    );
    await Promise.all(flows);
    demand(countOf(await runtime.run({ event: createMockEvent(), actions })), '51', 'count');
  },
};

const count: PreUserRegistrationAction = async (_event, api) => {
  const next = String(Number(api.cache.get('count')?.value ?? 0) + 1);
  api.cache.set('count', next);
  api.user.setUserMetadata('count', next);
};
const actions = [{ name: 'count', handler: count }];

const countOf = (outcome: Outcome | undefined): unknown => outcome?.changes.userMetadata['count'];

const problemOf = (outcome: Outcome | undefined): string | undefined =>
  outcome?.diagnostics[0]?.message;

function demand(actual: unknown, expected: unknown, what: string): void {
  if (actual === expected) return;
  throw new Error(
    `Failed to use the store as a cache: ${what} has to answer ${JSON.stringify(expected)} but answered ${JSON.stringify(actual)}.`,
  );
}
