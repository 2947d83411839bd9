import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheStoreContract } from '@signup-actions/testing/contracts';
import type { Keyv } from 'keyv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRedisRequired, startRedis, type Redis } from '../cluster/start-redis.ts';
import { createCacheStore } from '../src/create-cache-store.ts';

describe.skipIf(!isRedisRequired)('Redis through Keyv (pnpm cluster)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-redis-'));
  let redis: Redis;
  let store: Keyv;
  beforeAll(async () => {
    redis = await startRedis(folder);
    store = createCacheStore(redis.url);
  });
  afterAll(async () => {
    await store.disconnect();
    await redis.kill();
    rmSync(folder, { recursive: true });
  });

  const createEmptyStore = async (): Promise<Keyv> => {
    await store.clear();
    return store;
  };
  it.each(cacheStoreContract(createEmptyStore))('$name', async ({ check }) => {
    await expect(check()).resolves.toBeUndefined();
  });
});
