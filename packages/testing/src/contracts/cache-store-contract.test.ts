import { cacheStoreContract, type CreateStore } from '@signup-actions/testing/contracts';
import type { CacheStore } from '@signup-actions/runtime-core';
import { Keyv } from 'keyv';
import { describe, expect, it } from 'vitest';

/** A map that compares and sets, and has a time. */
const createComparing = (): CacheStore => {
  const map = new Map<string, string>();
  return Object.assign(map, {
    compareAndSet: (key: string, expected: string | undefined, next: string) =>
      map.get(key) === expected && map.set(key, next) === map,
    now: () => 1_800_000_000_000,
  });
};

const stores: Readonly<Record<string, CreateStore>> = {
  Map: () => new Map(),
  Keyv: () => new Keyv(),
  'a store that can compare': createComparing,
};

describe.each(Object.entries(stores))('%s', (_, createStore) => {
  it.each(cacheStoreContract(createStore).map(({ name, check }) => [name, check] as const))(
    '%s',
    async (_name, check) => {
      expect(await check()).toBeUndefined();
    },
  );
});

/** Stores that get one thing wrong. */
const wrong: Readonly<Record<string, () => CacheStore>> = {
  'ignores the key': () => {
    const map = new Map<string, string>();
    return {
      get: () => map.get('key'),
      set: (_, text) => map.set('key', text),
      delete: () => map.delete('key'),
    };
  },
  'never deletes': () => Object.assign(new Map<string, string>(), { delete: () => true }),
  'truncates strings': () => {
    const map = new Map<string, string>();
    return {
      get: (key) => map.get(key),
      set: (key, text) => map.set(key, text.slice(0, 1_000)),
      delete: (key) => map.delete(key),
    };
  },
  'takes lifetimes in seconds': () => {
    const map = new Map<string, string>();
    return {
      get: (key) => map.get(key),
      set: (key, text, ttlMs) => ttlMs >= 1_000 && map.set(key, text),
      delete: (key) => map.delete(key),
    };
  },
  'sets without comparing': () => {
    const map = new Map<string, string>();
    return Object.assign(map, {
      compareAndSet: (key: string, _: unknown, next: string) => map.set(key, next) === map,
    });
  },
  'takes no string for the empty string': () => {
    const map = new Map<string, string>();
    return Object.assign(map, {
      compareAndSet: (key: string, expected = '', next: string) =>
        (map.get(key) ?? '') === expected && map.set(key, next) === map,
    });
  },
  'compares first and sets later': () => {
    const map = new Map<string, string>();
    return Object.assign(map, {
      async compareAndSet(key: string, expected: string | undefined, next: string) {
        const isExpected = map.get(key) === expected;
        await Promise.resolve();
        return isExpected && map.set(key, next) === map;
      },
    });
  },
  'has its time in seconds': () =>
    Object.assign(new Map<string, string>(), { now: () => 1_800_000_000 }),
  'is down': () => ({
    get: async () => Promise.reject(new Error('connection refused')),
    set: async () => Promise.reject(new Error('connection refused')),
    delete: async () => Promise.reject(new Error('connection refused')),
  }),
};

it.each(Object.entries(wrong))('detects a store that %s', async (_, createStore) => {
  const found = await Promise.allSettled(
    cacheStoreContract(createStore).map(({ check }) => check()),
  );

  expect(found.map(({ status }) => status)).toContain('rejected');
});

it('names the rule that the store breaks', async () => {
  const [check] = cacheStoreContract(() => ({ get: () => 7, set() {}, delete() {} }));

  await expect(check?.check()).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: Failed to meet the contract: the value of a missing key must be undefined but received 7.]`,
  );
});
