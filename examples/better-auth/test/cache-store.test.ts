import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import KeyvRedis from '@keyv/redis';
import { createRedisStore, type RedisClient } from '@signup-actions/runtime-core/redis';
import { cacheStoreContract } from '@signup-actions/testing/contracts';
import { Redis as IORedis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCacheStore } from '../src/create-cache-store.ts';
import { isRedisRequired, startRedis, type Redis } from '../cluster/start-redis.ts';

/** A client that is connected, with what a test needs besides. */
interface Connection {
  readonly client: RedisClient;
  readonly empty: () => Promise<unknown>;
  readonly close: () => unknown;
}

const libraries: Readonly<Record<string, (url: string) => Promise<Connection>>> = {
  async redis(url) {
    const client = createClient({ url });
    await client.connect();
    return { client, empty: () => client.flushAll(), close: () => client.close() };
  },
  async ioredis(url) {
    const client = new IORedis(url);
    return { client, empty: () => client.flushall(), close: () => client.quit() };
  },
  async '@keyv/redis'(url) {
    const adapter = new KeyvRedis(url);
    const client = await adapter.getClient();
    return { client, empty: () => adapter.clear(), close: () => adapter.disconnect() };
  },
};

describe.skipIf(!isRedisRequired)('the store for Redis (pnpm cluster)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-redis-'));
  let redis: Redis;
  beforeAll(async () => {
    redis = await startRedis(folder);
  });
  afterAll(async () => {
    await redis.kill();
    rmSync(folder, { recursive: true });
  });

  describe.each(Object.entries(libraries))('with a client of %s', (_, connect) => {
    let connection: Connection;
    beforeAll(async () => {
      connection = await connect(redis.url);
    });
    afterAll(() => connection.close());

    const createEmptyStore = async () => {
      await connection.empty();
      return createRedisStore(connection.client);
    };
    it.each(cacheStoreContract(createEmptyStore))('$name', async ({ check }) => {
      await expect(check()).resolves.toBeUndefined();
    });
  });

  it('is the store of the host, which waits until its client is connected', async () => {
    const store = createCacheStore(redis.url);
    await store.set('key', 'value', 60_000);

    expect(await store.get('key')).toBe('value');
  });
});
