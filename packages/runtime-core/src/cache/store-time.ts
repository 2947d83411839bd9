import type { CacheStore, Clock } from '../ports.ts';

/** How the clock of this process differs from the store's. Records are stored in the store's time (C11). */
export interface StoreTime {
  /** Milliseconds to add to the clock of this process; 0 if the store has no time of its own. */
  readonly offset: () => number;
  /** Compares the clocks. Rejects if the store does. */
  readonly measure: () => Promise<void>;
}

/** Creates a time that agrees with the clock of this process until it is measured. */
export function createStoreTime(store: CacheStore, clock: Clock): StoreTime {
  let offset = 0;
  return {
    offset: () => offset,
    async measure() {
      if (typeof store.now !== 'function') return;
      const before = Math.floor(clock());
      const time = await store.now();
      const after = Math.ceil(clock());
      if (!Number.isSafeInteger(time)) return;
      // The store read its clock at some moment between the two, and dropped the fraction. A difference that this
      // explains stays as it is: `expires_at` must not change from one flow to the next.
      offset = Math.min(Math.max(offset, Number(time) - after), Number(time) + 1 - before);
    },
  };
}
