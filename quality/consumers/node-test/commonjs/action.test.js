const assert = require('node:assert/strict');
const { it } = require('node:test');
const { createMockApi, createMockEvent } = require('@signup-actions/testing');
const { onExecutePreUserRegistration } = require('./action');

it('refuses disposable addresses', async () => {
  const api = createMockApi();
  await onExecutePreUserRegistration(
    createMockEvent({ user: { email: 'mallory@disposable.example' } }),
    api,
  );
  assert.equal(api.outcome().status, 'denied');
  assert.deepEqual(api.calls[0].args, ['disposable email', 'Please use your work address.']);
});
