import { createMockCache, createMockEvent, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { toCacheChanges } from '../view/to-cache-changes.ts';
import { findCacheBefore, findTime, replayCache } from './replay-cache.ts';

it('finds the cache of recorded calls, and when they were made', async () => {
  const time = Date.UTC(2025, 0, 1);
  const cache = createMockCache({ attempts: '4', gone: 'x' }, { clock: () => time });
  const { calls } = await runAction(
    {
      name: 'own',
      async handler(_, { cache: records }) {
        const { expires_at = 0 } = records.get('attempts') ?? {};
        records.set('attempts', '5', { expires_at });
        records.get('attempts');
        records.set('new', '1', { ttl: 60_000 });
        records.get('gone');
        records.delete('gone');
      },
    },
    createMockEvent(),
    { cache, clock: () => time },
  );
  const before = findCacheBefore(calls);
  const flow = { message: '' };

  expect(findTime(calls, Date.now())).toBe(time);
  expect(toCacheChanges({ flow, before, after: replayCache(before, time, calls), time }))
    .toMatchInlineSnapshot(`
    [
      {
        "after": "5",
        "before": "4",
        "key": "attempts",
        "lifetime": "24 h",
      },
      {
        "after": undefined,
        "before": "x",
        "key": "gone",
        "lifetime": undefined,
      },
      {
        "after": "1",
        "before": undefined,
        "key": "new",
        "lifetime": "1 min",
      },
    ]
  `);
});
