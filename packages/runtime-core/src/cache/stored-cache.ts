import { toErrorRecord } from '../errors.ts';
import type { CacheStore } from '../ports.ts';
import type { LiveCache } from './live-cache.ts';
import type { Writer } from './pending-writes.ts';
import { createSharedDocument, type SharedDocumentOptions } from './shared-document.ts';
import { createSynchronizer } from './synchronizer.ts';
import { createTimeBudget, type TimeBudget, type TimeBudgetOptions } from './time-budget.ts';

/** The cache of one tenant, with a store that may fail (C10). */
export interface StoredCache {
  /** Opens the cache for one flow. `onClose` is called when the flow has closed it. */
  readonly open: (onClose: () => void) => Promise<OpenCache>;
}

/** The cache of a tenant while a flow uses it. */
export interface OpenCache {
  readonly cache: LiveCache;
  /** Waits until what the flow wrote is stored, and returns what went wrong since the cache was opened, if anything. */
  readonly close: () => Promise<CacheProblem | undefined>;
}

/** What went wrong with the cache of a flow. */
export interface CacheProblem {
  /** Why the store failed; absent if it did not. */
  readonly failure: string | undefined;
  /** Keys of records whose writes were lost because another process changed them. */
  readonly lost: readonly string[];
}

/** What a stored cache needs. */
export interface StoredCacheOptions extends SharedDocumentOptions, TimeBudgetOptions {
  readonly store: CacheStore;
}

/**
 * Creates a cache over the document that the store keeps under `storeKey`. After the store has failed, flows use
 * the records in memory and do not wait for the store, until a probe succeeds.
 */
export function createStoredCache(storeKey: string, options: StoredCacheOptions): StoredCache {
  const { store, time, limits } = options;
  const document = createSharedDocument(options);
  const { pending } = document;
  const { synchronize, flush, restart } = createSynchronizer(document, {
    store,
    storeKey,
    time,
    ttlMs: limits.cacheMaxTtlMs,
  });
  let flows = 0;
  let isDown = false;
  let isProbing = false;
  let probes = 0;

  const restIfIdle = (): void => {
    if (flows === 0 && !isDown && pending.isEmpty()) document.rest();
  };

  /** Stores everything that flows wrote in the meantime, if the store is up again. */
  const probe = async (): Promise<void> => {
    if (isProbing) return;
    isProbing = true;
    probes += 1;
    restart();
    const budget = createTimeBudget(options);
    do {
      isDown = !(await budget.wait(synchronize));
    } while (!isDown && !pending.isEmpty());
    isProbing = false;
    restIfIdle();
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
    async open(onClose) {
      flows += 1;
      const budget = createTimeBudget(options);
      const lost = new Set<string>();
      const writer: Writer = { lose: (key) => void lost.add(key) };
      let sending: Promise<void> | undefined;
      // Sent when it is made (C11); the end of the flow waits for it.
      const send = async (): Promise<void> => {
        if (isDown) return;
        const probesBefore = probes;
        const flushed = flush();
        sending = flushed;
        try {
          await flushed;
        } catch (thrown) {
          budget.note(toErrorRecord(thrown).message);
          if (probes === probesBefore) isDown = true;
        }
        if (sending === flushed) sending = undefined;
      };
      await use(budget, synchronize);
      return {
        cache: document.open(writer, () => void send()),
        async close() {
          if (sending || pending.isAwaited(writer)) await use(budget, async () => sending);
          if (pending.isAwaited(writer)) budget.note('it has not taken every write');
          pending.forget(writer);
          flows -= 1;
          restIfIdle();
          onClose();
          const failure = budget.problem();
          if (failure === undefined && lost.size === 0) return undefined;
          return { failure, lost: [...lost] };
        },
      };
    },
  };
}
