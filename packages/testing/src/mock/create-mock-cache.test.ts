import {
  createFakeClock,
  createMockApi,
  createMockCache,
  runAction,
} from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';

/** Refuses from the sixth signup on, until a minute has passed without one. */
const limitAttempts: PreUserRegistrationAction = async (event, api) => {
  const key = `attempts:${event.request.ip}`;
  const attempts = Number(api.cache.get(key)?.value ?? 0) + 1;
  api.cache.set(key, String(attempts), { ttl: 60_000 });
  if (attempts > 5) api.access.deny('too many signups', 'Please try again later.');
};

it('is seeded, and shared by several signups', async () => {
  const cache = createMockCache({ 'attempts:203.0.113.7': '4' });

  const fifth = await runAction(limitAttempts, undefined, { cache });
  const sixth = await runAction(limitAttempts, undefined, { cache });

  expect([fifth.status, sixth.status]).toEqual(['allowed', 'denied']);
  expect(cache.records.get('attempts:203.0.113.7')?.value).toBe('6');
});

it('lets a record expire on its own clock, which the flows go by', async () => {
  const clock = createFakeClock();
  const cache = createMockCache({ 'attempts:203.0.113.7': { value: '5', ttl: 60_000 } }, { clock });

  clock.advance(60_000);
  expect(await runAction(limitAttempts, undefined, { cache })).toMatchObject({ status: 'denied' });
  clock.advance(60_001);
  expect(await runAction(limitAttempts, undefined, { cache })).toMatchObject({ status: 'allowed' });
});

it('is what a mock api has as its cache, seeded or shared', () => {
  const clock = createFakeClock();
  const cache = createMockCache({ seen: 'yes' }, { clock });
  const first = createMockApi({ cache });
  const second = createMockApi({ cache });

  first.cache.set('count', '1', { ttl: 1_000 });

  expect(second.cache.get('count')).toEqual({ value: '1', expires_at: 1_000 });
  clock.advance(1_001);
  expect(second.cache.get('count')).toBeUndefined();
  expect(createMockApi({ cache: { seen: 'yes' } }).cache.get('seen')?.value).toBe('yes');
});

it('is seeded for a run of one', async () => {
  const cache = { 'attempts:203.0.113.7': '5' };

  expect(await runAction(limitAttempts, undefined, { cache })).toMatchObject({ status: 'denied' });
});

it('takes no record that the platform would not take', () => {
  expect(() => createMockCache({ ['k'.repeat(65)]: '1' })).toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to seed the cache: the record "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk" is refused with CacheKeySizeExceeded.
    Seed what an Action could have stored with api.cache.set.]
  `);
});
