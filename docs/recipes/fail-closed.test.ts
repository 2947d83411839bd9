import preset from './fail-closed.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { MockAgent, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as failClosed from './fail-closed.js';

const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
afterAll(() => agent.close());

const secrets = { REPUTATION_URL: 'https://reputation.example.com/check' };
const signUp = () => runAction(failClosed, createMockEvent({ secrets }));
const whenAsked = () =>
  agent
    .get('https://reputation.example.com')
    .intercept({ path: '/check?email=ada%40example.com' });

it('refuses an address that is known for abuse', async () => {
  whenAsked().reply(200, { abusive: true });
  expect(await signUp()).toHaveDenied('known for abuse');
});

it('allows any other address', async () => {
  whenAsked().reply(200, { abusive: false });
  expect(await signUp()).toHaveAllowed();
});

it.each([
  ['is down', () => whenAsked().replyWithError(new Error('connection refused'))],
  ['fails', () => whenAsked().reply(503, { abusive: false })],
  ['returns nonsense', () => whenAsked().reply(200, '<html>')],
])('refuses the signup if the service %s', async (_, answer) => {
  answer();
  const outcome = await signUp();
  expect(outcome).toHaveDenied('reputation not reachable');
});

it('fails while the secret is missing', async () => {
  // @ts-expect-error -- the types find it too
  const outcome = await runAction(failClosed, createMockEvent());
  expect(outcome).toHaveFailed('Invalid URL');
});
// #endregion test

it('is tried on the same signup in the playground', () => {
  const { event, secrets: own } = preset;
  expect(createMockEvent({ ...event, secrets: own })).toEqual(
    createMockEvent({ secrets }),
  );
});
