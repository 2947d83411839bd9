// A server without HTTP: counts the attempts that it receives in a cache over Redis, and refuses those over the limit.
import { setTimeout as wait } from 'node:timers/promises';
import { createRuntime } from '@signup-actions/runtime-core';
import { createRedisStore } from '@signup-actions/runtime-core/redis';
import { createClient } from 'redis';
import type { Answer, Attempt, Settings } from './start-servers.ts';

process.once('message', async ({ url, store, skewMs, limit }: Settings) => {
  const client = createClient({ url });
  client.on('error', () => {});
  await client.connect();
  const { compareAndSet, now, ...plain } = createRedisStore(client);
  const runtime = createRuntime({
    cache: store === 'plain' ? plain : { ...plain, compareAndSet, now },
    clock: () => Date.now() + skewMs,
    // More addresses than a cache usually holds: this measures what is lost, not what has no room.
    limits: { maxCacheRecords: 1_000, maxCacheBytes: 1_000_000 },
  });
  const run = async ({ id, key, ttlMs, waitMs }: Attempt): Promise<Answer> => {
    let hasWritten = false;
    const outcome = await runtime.run({
      event: {
        tenant: { id: 'example' },
        connection: { id: 'con_1', name: 'Users', strategy: 'auth0' },
        user: { email: 'ada@example.com', user_metadata: {}, app_metadata: {} },
        request: { method: 'POST', ip: '192.0.2.1', body: {}, geoip: {} },
      },
      actions: [
        {
          name: 'limit-attempts',
          handler: async (_event, { access, cache }) => {
            const attempts = Number(cache.get(key)?.value ?? 0) + 1;
            const { type } = cache.set(key, String(attempts), { ttl: ttlMs });
            hasWritten = type === 'success';
            await wait(waitMs);
            if (attempts > limit) access.deny('too many attempts', 'Please try again later.');
          },
        },
      ],
    });
    const isReported = outcome.diagnostics.some(({ code }) => code === 'cache-unavailable');
    return { id, hasWritten, isReported, isLetIn: outcome.status === 'allowed' };
  };
  process.on('message', async (attempt: Attempt) => process.send?.(await run(attempt)));
  process.send?.('ready');
});
process.on('disconnect', () => process.exit());
