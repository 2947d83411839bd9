import type { CacheStore } from '@signup-actions/runtime-core';

/** A store in memory that several runtimes share, with its strings. */
export interface SharedStore extends CacheStore {
  readonly texts: Map<string, string>;
}

/** A store that can compare and set. */
export function createComparingStore(texts = new Map<string, string>()): SharedStore {
  return {
    texts,
    get: async (key) => texts.get(key),
    set: async (key, text) => void texts.set(key, text),
    delete: async (key) => texts.delete(key),
    async compareAndSet(key, expected, next) {
      if (texts.get(key) !== expected) return false;
      texts.set(key, next);
      return true;
    },
  };
}

/** A store that cannot. */
export function createPlainStore(texts = new Map<string, string>()): SharedStore {
  const { get, set, delete: remove } = createComparingStore(texts);
  return { texts, get, set, delete: remove };
}
