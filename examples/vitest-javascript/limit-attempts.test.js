import {
  createFakeClock,
  createMockCache,
  createMockEvent,
  runAction,
} from '@signup-actions/testing';
import { expect, it } from 'vitest';
import * as limitAttempts from './actions/limit-attempts.cjs';

it('counts attempts and refuses the sixth', async () => {
  const cache = createMockCache({ 'attempts:203.0.113.7': '4' });
  const event = createMockEvent({ request: { ip: '203.0.113.7' } });

  expect(await runAction(limitAttempts, event, { cache })).toHaveAllowed();
  expect(await runAction(limitAttempts, event, { cache })).toHaveDenied('too many attempts');
});

it('starts over after an hour without attempts', async () => {
  const clock = createFakeClock();
  const cache = createMockCache({}, { clock });
  const signUp = () => runAction(limitAttempts, createMockEvent(), { cache });
  for (let attempt = 1; attempt <= 6; attempt += 1) await signUp();

  expect(await signUp()).toHaveDenied();
  clock.advance(60 * 60 * 1000 + 1);
  expect(await signUp()).toHaveAllowed();
});
