import { createClient } from 'redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCluster, type Cluster } from '../cluster/start-cluster.ts';
import { isRedisRequired } from '../cluster/start-redis.ts';

// A cache holds twenty records, so each test has its own cache and uses at most twenty addresses.
let cluster: Cluster;

let people = 0;
/** Signs a new person up, at each server in turn unless one is given. */
async function attempt(from: string, server?: number): Promise<{ email: string; status: number }> {
  const email = `person-${(people += 1)}@example.com`;
  const status = await cluster.signUp(server ?? people % cluster.size, { email, from });
  return { email, status };
}

async function attemptInTurn(times: number, from: string): Promise<readonly number[]> {
  const statuses: number[] = [];
  while (statuses.length < times) statuses.push((await attempt(from)).status);
  return statuses;
}

const repeat = (status: number, times: number): readonly number[] => Array(times).fill(status);

describe.skipIf(!isRedisRequired)('servers behind one Redis (pnpm cluster)', () => {
  beforeEach(async () => {
    cluster = await startCluster({ size: 3 });
  });
  afterEach(() => cluster.close());

  it('refuses sequential attempts from the sixth on, whichever server they arrive at', async () => {
    expect(await attemptInTurn(12, '127.0.0.11')).toEqual([...repeat(200, 5), ...repeat(403, 7)]);
  });

  it('allows few simultaneous attempts more than five per server, and none after them', async () => {
    const attempts = await Promise.all(Array.from({ length: 60 }, () => attempt('127.0.0.12')));
    const passed = attempts.filter(({ status }) => status === 200).length;

    expect(attempts.filter(({ status }) => status === 403)).toHaveLength(60 - passed);
    expect(passed).toBeGreaterThanOrEqual(5);
    // 5 and, for each other server, 5 + 4 + 3 + 2 + 1 (docs/decisions/0009-cache.md).
    expect(passed).toBeLessThanOrEqual(35);
    expect(await attemptInTurn(3, '127.0.0.12')).toEqual(repeat(403, 3));
  });

  it('a store that is killed and restarted under load refuses no signup', async () => {
    const load: Promise<{ status: number }>[] = [];
    const send = async (count: number) => {
      while (count-- > 0) load.push(attempt(`127.1.${Math.floor(load.length / 5)}.1`));
      await load.at(-1);
    };
    await send(20);
    await Promise.all(load);
    await Promise.all([send(20), cluster.redis.kill()]);
    await send(20);
    await Promise.all([send(20), cluster.redis.start()]);

    const statuses = await Promise.all(load);
    expect(statuses.filter(({ status }) => status !== 200)).toEqual([]);
    expect(cluster.listUsers()).toHaveLength(80);
    // Old attempts count again, at every server, and so do new ones.
    await expect
      .poll(() => attemptInTurn(3, '127.1.0.1'), { timeout: 30_000 })
      .toEqual(repeat(403, 3));
    // A server that has not found the store again yet counts by itself.
    let address = 0;
    await expect
      .poll(() => attemptInTurn(6, `127.2.${(address += 1)}.1`), { timeout: 30_000 })
      .toEqual([...repeat(200, 5), 403]);
  });

  it('a killed server loses no user and no attempt that it has confirmed', async () => {
    expect(await attemptInTurn(4, '127.0.0.14')).toEqual(repeat(200, 4));
    const load = Array.from({ length: 30 }, (_, index) => attempt(`127.3.${index % 6}.1`));
    await load[0];

    const [answers] = await Promise.all([Promise.allSettled(load), cluster.killServer(2)]);

    const answered = answers.flatMap((answer) =>
      answer.status === 'fulfilled' && answer.value.status === 200 ? [answer.value.email] : [],
    );
    expect(answered.length).toBeGreaterThan(0);
    expect(cluster.listUsers()).toEqual(expect.arrayContaining(answered));
    const rest = [];
    for (const server of [0, 1, 0]) rest.push((await attempt('127.0.0.14', server)).status);
    expect(rest).toEqual([200, 403, 403]);
  });

  it('reads a corrupt cache as an empty one, and signups go on', async () => {
    expect(await attemptInTurn(6, '127.0.0.15')).toEqual([...repeat(200, 5), 403]);
    const client = createClient({ url: cluster.redis.url });
    await client.connect();
    const keys = await client.keys('*');
    for (const key of keys) await client.set(key, '{"attempts:127.0.0.15":');
    await client.close();

    expect(keys).not.toEqual([]);
    expect(await attemptInTurn(6, '127.0.0.15')).toEqual([...repeat(200, 5), 403]);
  });
});
