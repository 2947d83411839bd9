import { toErrorRecord } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { CacheStore, Clock, Timer } from '../ports.ts';
import { createLiveCache, type LiveCache } from './live-cache.ts';
import {
  createSharedDocument,
  type SharedDocument,
  type SharedDocumentPorts,
} from './shared-document.ts';
import { within } from './within.ts';

/** The caches of a runtime, one for each tenant. */
export interface Caches {
  /** Opens the cache of a tenant for one flow. Never rejects: without a store it starts empty (C10). */
  readonly open: (tenant: string) => Promise<OpenCache>;
}

/** The cache of a tenant while a flow has it open. */
interface OpenCache {
  readonly cache: LiveCache;
  /** Persists what was written, and answers what went wrong with the store since it was opened. */
  readonly close: () => Promise<string | undefined>;
}

/** What the caches of a runtime work with. */
export interface CachesPorts extends Omit<SharedDocumentPorts, 'store'> {
  /** Without a store the live documents are the cache, and last as long as the runtime. */
  readonly store: CacheStore | undefined;
  readonly timer: Timer;
}

/** The caches that flows of one process share. */
export const createCaches = ({ store, ...ports }: CachesPorts): Caches =>
  store ? createStoredCaches({ ...ports, store }) : createUnstoredCaches(ports.limits);

function createUnstoredCaches(limits: Limits): Caches {
  const caches = new Map<string, LiveCache>();
  return {
    async open(tenant) {
      const cache = caches.get(tenant) ?? createLiveCache(limits);
      caches.set(tenant, cache);
      return { cache, close: async () => undefined };
    },
  };
}

function createStoredCaches(ports: SharedDocumentPorts & { readonly timer: Timer }): Caches {
  const open = new Map<string, { readonly document: SharedDocument; flows: number }>();

  const enter = (storeKey: string): SharedDocument => {
    const entry = open.get(storeKey) ?? {
      document: createSharedDocument(storeKey, ports),
      flows: 0,
    };
    entry.flows += 1;
    open.set(storeKey, entry);
    return entry.document;
  };
  const leave = (storeKey: string): void => {
    const entry = open.get(storeKey);
    if (entry && --entry.flows === 0) open.delete(storeKey);
  };

  return {
    async open(tenant) {
      const storeKey = `signup-actions:pre-user-registration:${tenant}`;
      const document = enter(storeKey);
      const patience = createPatience(ports.clock, ports.timer, ports.limits.storeTimeoutMs);
      await patience.wait(document.load);
      return {
        cache: document.cache,
        async close() {
          await patience.wait(document.commit);
          leave(storeKey);
          return patience.problem();
        },
      };
    },
  };
}

interface Patience {
  readonly wait: (work: () => Promise<void>) => Promise<void>;
  readonly problem: () => string | undefined;
}

/** The time that one flow waits for the store in all, and the first thing that went wrong meanwhile. */
function createPatience(clock: Clock, timer: Timer, totalMs: number): Patience {
  let leftMs = totalMs;
  let problem: string | undefined;
  return {
    async wait(work) {
      const start = clock();
      try {
        await within(work(), Math.max(0, leftMs), timer);
      } catch (error) {
        problem ??= toErrorRecord(error).message;
      }
      leftMs -= clock() - start;
    },
    problem: () => problem,
  };
}
