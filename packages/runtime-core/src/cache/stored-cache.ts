import type { LiveCache } from './live-cache.ts';
import { createSharedDocument, type SharedDocumentOptions } from './shared-document.ts';
import { createTimeBudget, type TimeBudget, type TimeBudgetOptions } from './time-budget.ts';

/** The cache of one tenant over a store that may fail (C10). */
export interface StoredCache {
  readonly open: () => Promise<OpenCache>;
}

/** The cache of a tenant while a flow uses it. */
export interface OpenCache {
  readonly cache: LiveCache;
  /** Stores what was written, and returns how the store failed since the cache was opened, if it did. */
  readonly close: () => Promise<string | undefined>;
}

/** What a stored cache needs. */
export interface StoredCacheOptions extends SharedDocumentOptions, TimeBudgetOptions {}

/**
 * Creates a cache over the document that the store keeps under `storeKey`. After the store has failed, flows use
 * the records in memory and do not wait for the store, until a probe succeeds. `onIdle` is called when no flow
 * uses the cache and everything is stored.
 */
export function createStoredCache(
  storeKey: string,
  options: StoredCacheOptions,
  onIdle: () => void,
): StoredCache {
  const document = createSharedDocument(storeKey, options);
  let flows = 0;
  let isDown = false;
  let isProbing = false;

  const callIfIdle = (): void => {
    if (flows === 0 && !isDown && !document.hasUnstored()) onIdle();
  };

  /** Stores everything that flows wrote in the meantime, and returns whether the store is up again. */
  const catchUp = async (budget: TimeBudget): Promise<boolean> => {
    let isUp = await budget.wait(document.load);
    while (isUp && document.hasUnstored()) isUp = await budget.wait(document.commit);
    return isUp;
  };

  const probe = async (): Promise<void> => {
    if (isProbing) return;
    isProbing = true;
    document.restart();
    isDown = !(await catchUp(createTimeBudget(options)));
    isProbing = false;
    callIfIdle();
  };

  const use = async (budget: TimeBudget, work: () => Promise<void>): Promise<void> => {
    if (isDown) {
      budget.note('it failed earlier and has not recovered');
      void probe();
    } else if (!(await budget.wait(work))) {
      isDown = true;
    }
  };

  return {
    async open() {
      flows += 1;
      const budget = createTimeBudget(options);
      await use(budget, document.load);
      return {
        cache: document.cache,
        async close() {
          await use(budget, document.commit);
          flows -= 1;
          callIfIdle();
          return budget.problem();
        },
      };
    },
  };
}
