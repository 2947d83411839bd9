const assert = require('node:assert/strict');
const { it } = require('node:test');
const { createMockApi, createMockEvent } = require('@signup-actions/testing');
const { cacheStoreContract, hostContract } = require('@signup-actions/testing/contracts');
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

it('checks a store without fast-check, and asks for it to check a host', async () => {
  for (const { check } of cacheStoreContract(() => new Map())) await check();
  const [law] = hostContract(async () => ({ status: 'allowed' }));
  await assert.rejects(law.check(), /npm install --save-dev fast-check/);
});
