import preset from './rate-limit.json' with { type: 'json' };
// #region test
import {
  createFakeClock,
  createMockCache,
  createMockEvent,
  runAction,
} from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import * as rateLimit from './rate-limit.js';

it('refuses the sixth attempt from one address', async () => {
  const cache = createMockCache({ 'attempts:203.0.113.7': '4' });
  const signUp = (ip: string) =>
    runAction(rateLimit, createMockEvent({ request: { ip } }), { cache });

  expect(await signUp('203.0.113.7')).toHaveAllowed();
  expect(await signUp('203.0.113.7')).toHaveDenied('attempt 6 within an hour');
  expect(await signUp('192.0.2.1')).toHaveAllowed();
});

const minute = 60 * 1000;

it('starts over an hour after the first attempt, even if there were attempts since', async () => {
  const clock = createFakeClock();
  const cache = createMockCache({}, { clock });
  const signUp = () => runAction(rateLimit, createMockEvent(), { cache });

  for (let attempt = 1; attempt <= 5; attempt += 1) await signUp();
  for (let retry = 1; retry <= 6; retry += 1) {
    clock.advance(10 * minute);
    expect(await signUp()).toHaveDenied();
  }
  clock.advance(1);
  expect(await signUp()).toHaveAllowed();
});

it('allows an attempt every 50 minutes', async () => {
  const clock = createFakeClock();
  const cache = createMockCache({}, { clock });

  for (let attempt = 1; attempt <= 12; attempt += 1) {
    expect(await runAction(rateLimit, createMockEvent(), { cache })).toHaveAllowed();
    clock.advance(50 * minute);
  }
});

it('allows and marks a signup that a full cache cannot count', async () => {
  const cache = createMockCache();
  const signUp = (ip: string) =>
    runAction(rateLimit, createMockEvent({ request: { ip } }), { cache });

  for (let host = 1; host <= 20; host += 1) {
    expect(await signUp(`192.0.2.${host}`)).not.toHaveSetAppMetadata();
  }
  const outcome = await signUp('192.0.2.21');
  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetAppMetadata('attempts', 'not counted');
});
// #endregion test

it('allows and counts the signup of the playground', async () => {
  const outcome = await runAction(rateLimit, createMockEvent(preset.event));
  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveCached('attempts:198.51.100.4', '1');
});
