import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertNotFailed, createMockEvent, runAction } from '@signup-actions/testing';
import * as allowStaff from './actions/allow-staff.cjs';

/** The calls of the Action for a signup on this connection. */
async function callsFor(name, email) {
  const event = createMockEvent({ connection: { name }, user: { email } });
  const outcome = await runAction(allowStaff, event, { strict: true });
  assertNotFailed(outcome);
  return outcome.calls.map(({ method, args }) => [method, ...args]);
}

it('allows staff', async () => {
  assert.deepEqual(await callsFor('staff', 'Ada@corp.example'), []);
});

it('refuses all other addresses, and signups without one', async () => {
  const refusal = ['access.deny', 'not a staff address', 'Please use your company address.'];
  assert.deepEqual(await callsFor('staff', 'ada@example.com'), [refusal]);
  assert.deepEqual(await callsFor('staff', undefined), [refusal]);
});

it('does nothing on other connections', async () => {
  assert.deepEqual(await callsFor('customers', 'ada@example.com'), []);
});
