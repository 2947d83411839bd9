import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { startRedis } from '../start-redis.ts';
import { limit, type Scenario } from './scenarios.ts';
import { startServers, type Answer, type Settings } from './start-servers.ts';

/** What became of the writes of a scenario. */
export interface Row {
  readonly scenario: string;
  readonly store: Settings['store'];
  /** Attempts that were counted in the cache, by flows that ended. */
  readonly written: number;
  /** Of these, how many Redis does not have in the end. */
  readonly lost: number;
  /** Of those, how many no outcome speaks of. */
  readonly unreported: number;
  /** Flows whose outcome says that the cache may have lost something. */
  readonly reported: number;
  /** Of the address with the most, how many attempts were let in. */
  readonly letIn: number;
  readonly limit: number;
}

/** Runs scenarios with a new Redis and new servers each, with a store that compares and with a plain one. */
export async function* measureCache(scenarios: readonly Scenario[]): AsyncGenerator<Row> {
  for (const scenario of scenarios) {
    for (const store of ['compares', 'plain'] as const) yield measure(scenario, store);
  }
}

async function measure(
  { name, skewsMs = [0, 0, 0], run }: Scenario,
  store: Settings['store'],
): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-cache-'));
  const redis = await startRedis(folder);
  const servers = await startServers(skewsMs, { url: redis.url, store, limit });
  const answers = new Map<string, Answer[]>();
  await run({
    servers,
    redis,
    async attempt(server, key, options) {
      const answer = await servers.attempt(server, key, options);
      if (answer) answers.set(key, [...(answers.get(key) ?? []), answer]);
      return answer;
    },
  });
  const stored = await readCounts(redis.url);
  await Promise.all([servers.close(), redis.kill()]);
  rmSync(folder, { recursive: true });

  const all = [...answers.values()].flat();
  /** How many writes are missing, of all or of those of flows that reported nothing. */
  const countMissing = (isCounted: (answer: Answer) => boolean): number =>
    [...answers].reduce((sum, [key, made]) => {
      const written = made.filter((answer) => answer.hasWritten && isCounted(answer)).length;
      return sum + Math.max(0, written - (stored.get(key) ?? 0));
    }, 0);
  return {
    scenario: name,
    store,
    written: count(all, 'hasWritten'),
    lost: countMissing(() => true),
    unreported: countMissing(({ isReported }) => !isReported),
    reported: count(all, 'isReported'),
    letIn: Math.max(...[...answers.values()].map((made) => count(made, 'isLetIn'))),
    limit,
  };
}

const count = (answers: readonly Answer[], what: 'hasWritten' | 'isLetIn' | 'isReported'): number =>
  answers.filter((answer) => answer[what]).length;

/** The counts in the document that Redis has. */
async function readCounts(url: string): Promise<ReadonlyMap<string, number>> {
  const client = createClient({ url });
  await client.connect();
  const text = await client.get('signup-actions:pre-user-registration:example');
  await client.close();
  const { records } = JSON.parse(text ?? '{"records":[]}') as {
    readonly records: readonly (readonly [string, string])[];
  };
  return new Map(records.map(([key, value]) => [key, Number(value)]));
}
