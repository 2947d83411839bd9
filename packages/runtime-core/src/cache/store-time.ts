import type { CacheStore, Clock } from '../ports.ts';

/** How the clock of this process differs from the store's. Records are stored in the store's time (C11). */
export interface StoreTime {
  /** Milliseconds to add to the clock of this process; 0 if the store has no time of its own. */
  readonly offset: () => number;
  /** Compares the clocks, unless it did so within the last second. Rejects if the store does. */
  readonly measure: () => Promise<void>;
}

/**
 * For how many milliseconds the difference is not measured again. A clock that is set meanwhile is measured at once, unless
 * it is set by less than this.
 */
const freshMs = 1_000;

/** Creates a time that agrees with the clock of this process until it is measured. */
export function createStoreTime(store: CacheStore, clock: Clock): StoreTime {
  let offset = 0;
  let measuredAt = Number.NaN;
  return {
    offset: () => offset,
    async measure() {
      if (typeof store.now !== 'function') return;
      const before = Math.floor(clock());
      if (before >= measuredAt && before < measuredAt + freshMs) return;
      const time = await store.now();
      const after = Math.ceil(clock());
      if (!Number.isSafeInteger(time)) return;
      measuredAt = before;
      // The store read its clock at some moment between the two, and dropped the fraction. A difference that this
      // explains stays as it is: `expires_at` must not change from one flow to the next.
      offset = Math.min(Math.max(offset, Number(time) - after), Number(time) + 1 - before);
    },
  };
}
