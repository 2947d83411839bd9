import { createRequire } from 'node:module';
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { MockAgent, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import preset from './fail-closed.json' with { type: 'json' };

const failClosed = createRequire(import.meta.url)('./fail-closed.js');

const agent = new MockAgent();
beforeAll(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
afterAll(() => agent.close());

const event = createMockEvent({ ...preset.event, secrets: preset.secrets });
const whenAsked = () =>
  agent
    .get('https://reputation.example.com')
    .intercept({ path: '/check?email=ada%40example.com' });

it('refuses an address that is known for abuse', async () => {
  whenAsked().reply(200, { abusive: true });
  expect(await runAction(failClosed, event)).toHaveDenied('known for abuse');
});

it('allows any other address', async () => {
  whenAsked().reply(200, { abusive: false });
  expect(await runAction(failClosed, event)).toHaveAllowed();
});

// #region test
it.each([
  ['is down', () => whenAsked().replyWithError(new Error('connection refused'))],
  ['fails', () => whenAsked().reply(503, { abusive: false })],
  ['returns nonsense', () => whenAsked().reply(200, '<html>')],
])('refuses the signup if the service %s', async (_, answer) => {
  answer();
  const outcome = await runAction(failClosed, event);
  expect(outcome).toHaveDenied('reputation not reachable');
});

it('fails while the secret is missing', async () => {
  expect(await runAction(failClosed, { ...event, secrets: {} })).toHaveFailed(
    'Invalid URL',
  );
});
// #endregion test
