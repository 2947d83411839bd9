import { createMockEvent, runAction } from '@signup-actions/testing';
import { MockAgent, setGlobalDispatcher } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import * as notifySales from './notify-sales.js';

const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());
afterAll(() => agent.close());

// #region test
const secrets = { WEBHOOK_URL: 'https://sales.example.com/signups' };
const signUp = () => runAction(notifySales, createMockEvent({ secrets }));
const whenTold = () =>
  agent.get('https://sales.example.com').intercept({
    path: '/signups',
    method: 'POST',
    body: JSON.stringify({ email: 'ada@example.com' }),
  });

it('tells the sales team', async () => {
  whenTold().reply(202);

  const outcome = await signUp();

  expect(outcome).toHaveAllowed();
  expect(outcome).not.toHaveSetAppMetadata();
});

it.each([
  ['is down', () => whenTold().replyWithError(new Error('connection refused'))],
  ['fails', () => whenTold().reply(500)],
  ['is slow', () => whenTold().replyWithError(new DOMException('too slow', 'TimeoutError'))],
])('allows the signup if the webhook %s', async (_, answer) => {
  answer();

  const outcome = await signUp();

  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetAppMetadata('sales', 'not told');
  expect(outcome).toHaveLogged('webhook missed');
});
// #endregion test
