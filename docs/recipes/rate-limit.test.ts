import { createRequire } from 'node:module';
import {
  createFakeClock,
  createMockCache,
  createMockEvent,
  runAction,
} from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import preset from './rate-limit.json' with { type: 'json' };

const rateLimit = createRequire(import.meta.url)('./rate-limit.js');

// #region test
it('refuses the sixth attempt from one address', async () => {
  const cache = createMockCache({ 'attempts:203.0.113.7': '4' });
  const signUp = (ip: string) =>
    runAction(rateLimit, createMockEvent({ request: { ip } }), { cache });

  expect(await signUp('203.0.113.7')).toHaveAllowed();
  expect(await signUp('203.0.113.7')).toHaveDenied('attempt 6 within an hour');
  expect(await signUp('192.0.2.1')).toHaveAllowed();
});

it('forgets after an hour', async () => {
  const clock = createFakeClock();
  const cache = createMockCache({ 'attempts:203.0.113.7': '5' }, { clock });
  const signUp = () => runAction(rateLimit, createMockEvent(), { cache });

  expect(await signUp()).toHaveDenied();
  clock.advance(60 * 60 * 1000 + 1);
  expect(await signUp()).toHaveAllowed();
});
// #endregion test

it('lets the signup in that it starts with, and counts it', async () => {
  const outcome = await runAction(rateLimit, createMockEvent(preset.event));
  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveCached('attempts:198.51.100.4', '1');
});
