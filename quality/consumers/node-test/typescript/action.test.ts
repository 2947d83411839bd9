import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createMockApi, createMockEvent, runAction } from '@signup-actions/testing';
import { onExecutePreUserRegistration, type Store } from './action.js';

const secrets = { COMPANY_DOMAIN: 'corp.example' };

it('refuses disposable addresses', async () => {
  const api = createMockApi();
  const event = createMockEvent<Store>({ secrets, user: { email: 'mallory@disposable.example' } });
  const outcome = await runAction(onExecutePreUserRegistration, event);
  assert.equal(outcome.status, 'denied');
  assert.equal(outcome.status === 'denied' && outcome.refusal.reason, 'disposable email');
  assert.equal(api.calls.length, 0);
});
