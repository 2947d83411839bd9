import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createMockApi, createMockEvent } from '@signup-actions/testing';
import { onExecutePreUserRegistration } from './actions/allow-staff.cjs';

/** What the Action calls for a signup on this connection. */
async function callsFor(name, email) {
  const api = createMockApi();
  await onExecutePreUserRegistration(
    createMockEvent({ connection: { name }, user: { email } }),
    api,
  );
  return api.calls.map(({ method, args }) => [method, ...args]);
}

it('lets staff in', async () => {
  assert.deepEqual(await callsFor('staff', 'Ada@corp.example'), []);
});

it('refuses everybody else, and those without an address', async () => {
  const refusal = ['access.deny', 'not a staff address', 'Please use your company address.'];
  assert.deepEqual(await callsFor('staff', 'ada@example.com'), [refusal]);
  assert.deepEqual(await callsFor('staff', undefined), [refusal]);
});

it('leaves other connections alone', async () => {
  assert.deepEqual(await callsFor('customers', 'ada@example.com'), []);
});
