import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { MockAgent, setGlobalDispatcher } from 'undici';
import * as oneAccountPerAddress from './actions/one-account-per-address.cjs';

const agent = new MockAgent();
before(() => {
  agent.disableNetConnect();
  setGlobalDispatcher(agent);
});
after(() => agent.close());

const answer = (status, body) =>
  agent
    .get('https://example-tenant.example.com')
    .intercept({ path: '/api/v2/users-by-email?email=ada%40example.com' })
    .reply(status, body, { headers: { 'content-type': 'application/json' } });

const event = createMockEvent({
  user: { email: 'ada@example.com' },
  secrets: { DOMAIN: 'example-tenant.example.com', MANAGEMENT_TOKEN: 'example-token' },
});

const signUp = (own) => runAction(oneAccountPerAddress, own, { strict: true });

it('refuses an address that already has an account', async () => {
  answer(200, [{ user_id: 'google-oauth2|1', email: 'ada@example.com' }]);
  const outcome = await signUp(event);
  assert.equal(outcome.status, 'denied');
  assert.equal(outcome.refusal.userMessage, 'You have an account already. Please log in.');
});

it('allows an address without an account', async () => {
  answer(200, []);
  const outcome = await signUp(event);
  assert.equal(outcome.status, 'allowed');
});

it('does not search without an address', async () => {
  const outcome = await signUp(createMockEvent('passwordless-sms'));
  assert.equal(outcome.status, 'allowed');
});

it('fails while the tenant does not respond', async () => {
  answer(503, {});
  const outcome = await signUp(event);
  assert.equal(outcome.status, 'failed');
  assert.equal(outcome.failure.action, 'action 1');
});

it('would notice a missing await', async () => {
  answer(200, [{ user_id: 'google-oauth2|1', email: 'ada@example.com' }]);
  const forgetful = async (ownEvent, api) => {
    void oneAccountPerAddress.onExecutePreUserRegistration(ownEvent, api);
  };
  await assert.rejects(runAction(forgetful, event), /Is an await missing\?/);
});
