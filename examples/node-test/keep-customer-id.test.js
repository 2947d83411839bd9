import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createMockEvent, runAction } from '@signup-actions/testing';
import * as keepCustomerId from './actions/keep-customer-id.cjs';

const signUp = (body) =>
  runAction(keepCustomerId, createMockEvent({ request: { body } }), { strict: true });

it('gives customers of the old shop their number as user id', async () => {
  const outcome = await signUp({ 'ulp-customer-number': '004217' });
  assert.equal(outcome.status, 'allowed');
  assert.equal(outcome.user.user_id, 'auth0|customer-004217');
  assert.deepEqual(outcome.user.user_metadata?.customer, { number: '004217', since: 'old shop' });
});

it('asks again for an invalid number', async () => {
  const outcome = await signUp({ 'ulp-customer-number': '42' });
  assert.equal(outcome.status, 'invalid');
  assert.equal(outcome.refusal.errorMessage, 'A customer number has six digits.');
});

it('changes nothing for other users', async () => {
  const outcome = await signUp({});
  assert.equal(outcome.status, 'allowed');
  assert.deepEqual(outcome.changes, { userMetadata: {}, appMetadata: {} });
});
