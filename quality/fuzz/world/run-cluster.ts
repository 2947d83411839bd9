import { createRuntime } from '@signup-actions/runtime-core';
import type { Attempt, ClusterScript } from '../scripts/cluster.ts';
import { createClusterStore } from './cluster-store.ts';
import { epochMs } from './run-scenario.ts';
import { createVirtualTime } from './virtual-time.ts';

/** An attempt, and what came of it. */
export interface ObservedAttempt extends Attempt {
  /** How many attempts it found. */
  readonly found: number;
  readonly endMs: number;
  /** Whether its outcome says that the cache may have lost something. */
  readonly isReported: boolean;
}

/** What the servers have made of the attempts. */
export interface ObservedCluster {
  readonly attempts: readonly ObservedAttempt[];
  /** The values of the document after each change, by key. */
  readonly history: readonly Readonly<Record<string, string>>[];
}

const minuteMs = 60_000;

/** A record that no server touches, and that servers with a fast clock treat as expired. */
const untouched = ['untouched', 'kept', epochMs + minuteMs];

/** Runs attempts at servers that share a store. */
export async function runCluster(script: ClusterScript): Promise<ObservedCluster> {
  const time = createVirtualTime(epochMs);
  const store = createClusterStore(
    script,
    time,
    JSON.stringify({ version: 1, records: [untouched] }),
  );
  const runtimes = script.skewsMs.map((skewMs, server) =>
    createRuntime({
      cache: store.at(server),
      clock: () => time.clock() + skewMs,
      timer: time.timer,
    }),
  );
  const attempts: ObservedAttempt[] = [];
  const make = async (attempt: Attempt): Promise<void> => {
    const { server, key, waitMs, end } = attempt;
    let found = 0;
    const outcome = await runtimes[server]?.run({
      event: {
        user: {},
        connection: { id: 'con_1', name: 'Users', strategy: 'auth0' },
        tenant: { id: 'example' },
        request: { body: {}, geoip: {}, ip: '192.0.2.1', method: 'POST' },
      },
      actions: [
        {
          name: 'count',
          handler: async (_event, { access, cache }) => {
            found = Number(cache.get(key)?.value ?? 0);
            cache.set(key, String(found + 1), { ttl: 60 * minuteMs });
            await time.sleep(waitMs);
            if (end === 'throw') throw new Error('broken');
            return end === 'deny' ? access.deny('counted', 'Please wait.') : undefined;
          },
        },
      ],
    });
    const isReported = outcome?.diagnostics.some(({ code }) => code === 'cache-unavailable');
    attempts.push({ ...attempt, found, endMs: time.now(), isReported: isReported === true });
  };
  for (const attempt of script.attempts) {
    time.timer(() => void make(attempt), attempt.atMs);
  }
  await time.settle();
  return { attempts, history: store.history.map(toValues) };
}

const toValues = (document: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (JSON.parse(document) as { records: [string, string][] }).records.map(([key, value]) => [
      key,
      value,
    ]),
  );
