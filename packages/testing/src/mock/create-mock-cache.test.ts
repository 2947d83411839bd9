import {
  createFakeClock,
  createMockApi,
  createMockCache,
  runAction,
} from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';

/** Refuses the sixth signup and later ones, until a minute has passed without a signup. */
const limitAttempts: PreUserRegistrationAction = async (event, api) => {
  const key = `attempts:${event.request.ip}`;
  const attempts = Number(api.cache.get(key)?.value ?? 0) + 1;
  api.cache.set(key, String(attempts), { ttl: 60_000 });
  if (attempts > 5) api.access.deny('too many signups', 'Please try again later.');
};

it('holds its seed, and is shared by several signups', async () => {
  const cache = createMockCache({ 'attempts:203.0.113.7': '4' });

  const fifth = await runAction(limitAttempts, undefined, { cache });
  const sixth = await runAction(limitAttempts, undefined, { cache });

  expect([fifth.status, sixth.status]).toEqual(['allowed', 'denied']);
  expect(cache.records.get('attempts:203.0.113.7')?.value).toBe('6');
});

it('lets records expire on its own clock, which flows use by default', async () => {
  const clock = createFakeClock();
  const cache = createMockCache({ 'attempts:203.0.113.7': { value: '5', ttl: 60_000 } }, { clock });

  clock.advance(60_000);
  expect(await runAction(limitAttempts, undefined, { cache })).toMatchObject({ status: 'denied' });
  clock.advance(60_001);
  expect(await runAction(limitAttempts, undefined, { cache })).toMatchObject({ status: 'allowed' });
});

it('is the cache of a mock api, which may be seeded or shared', () => {
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

it('is created from the seed of a single run', async () => {
  const cache = { 'attempts:203.0.113.7': '5' };

  expect(await runAction(limitAttempts, undefined, { cache })).toMatchObject({ status: 'denied' });
});

it('rejects a record that the platform would not accept', () => {
  expect(() => createMockCache({ ['k'.repeat(65)]: '1' })).toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to seed the cache: the cache refused the record "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk" with CacheKeySizeExceeded.
    Seed only what an Action could have stored with api.cache.set.]
  `);
});
