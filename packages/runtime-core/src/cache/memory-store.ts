import type { CacheStore, Clock } from '../ports.ts';
import { systemClock } from '../system.ts';

/** A store in this process's memory: the default of a runtime, and enough for one process. */
export function createMemoryStore(clock: Clock = systemClock): CacheStore {
  const texts = new Map<string, { readonly text: string; readonly staleAt: number }>();
  return {
    get(key) {
      const entry = texts.get(key);
      if (entry && entry.staleAt < clock()) texts.delete(key);
      return texts.get(key)?.text;
    },
    set(key, text, ttlMs) {
      texts.set(key, { text, staleAt: clock() + ttlMs });
    },
    delete: (key) => texts.delete(key),
  };
}
