import type { CacheStore } from '@signup-actions/runtime-core';
import { createRedisStore } from '@signup-actions/runtime-core/redis';
import { createClient } from 'redis';

/** The cache that several servers share. */
export function createCacheStore(url: string): CacheStore {
  // Commands wait until the client is connected, and flows wait for their store only for a limited time (C10).
  // That limit is enough: one of the client's own would cost each command a timer and a signal.
  const client = createClient({
    url,
    commandsQueueMaxLength: 1_000,
    commandOptions: { timeout: 0 },
  });
  // A store that is down is handled by the engine: flows continue with what is in memory.
  client.on('error', () => {});
  client.connect().catch(() => {});
  return createRedisStore(client);
}
