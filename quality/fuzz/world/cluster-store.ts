import type { CacheStore } from '@signup-actions/runtime-core';
import type { ClusterScript } from '../scripts/cluster.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The store of a cluster: each server reaches it on a way of its own. */
export interface ClusterStore {
  readonly at: (server: number) => CacheStore;
  /** The document after each change, from the first one on. */
  readonly history: readonly string[];
}

/** A store with this document, on ways that take time and break as the script says. */
export function createClusterStore(
  { store, hasTime, delaysMs, outages }: ClusterScript,
  time: VirtualTime,
  document: string,
): ClusterStore {
  const history = [document];
  let calls = 0;
  const sleep = (): Promise<void> => time.sleep(delaysMs[(calls += 1) % delaysMs.length] as number);
  const change = (text: string): boolean => history.push(text) > 0;
  const ask = async (server: number, work: () => unknown): Promise<unknown> => {
    const now = time.now();
    const outage = outages.find(
      (one) => one.server === server && one.fromMs <= now && now < one.fromMs + one.forMs,
    );
    await sleep();
    if (outage?.does === 'reject') throw new Error('away');
    const result = outage?.does === 'hang' ? undefined : work();
    if (outage) return new Promise(() => {});
    await sleep();
    return result;
  };
  return {
    history,
    at: (server) => ({
      get: () => ask(server, () => history.at(-1)),
      set: (_key, text) => ask(server, () => change(text)),
      delete: () => {},
      ...(store === 'comparing' && {
        compareAndSet: (_key: string, expected: string | undefined, next: string) =>
          ask(server, () => expected === history.at(-1) && change(next)),
      }),
      ...(hasTime && { now: () => ask(server, () => time.clock()) }),
    }),
  };
}
