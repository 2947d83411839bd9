import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { it } from 'node:test';
import { createMockApi, createMockEvent, runFlow } from '@signup-actions/testing';

const refuse = async (event, api) => api.access.deny('reason', 'message');
const tag = async (event, api) => {
  api.user.setUserMetadata('plan', 'free');
};

it('records calls as plain data', async () => {
  const api = createMockApi();
  await tag(createMockEvent(), api);
  assert.deepEqual(api.calls, [
    { index: 0, action: 'action', method: 'user.setUserMetadata', args: ['plan', 'free'] },
  ]);
});

it('comes to an outcome of plain data', async () => {
  const outcome = await runFlow([tag, refuse, tag]);
  assert.deepEqual(outcome.refusals, [
    { type: 'deny', reason: 'reason', userMessage: 'message', action: 'refuse' },
  ]);
  assert.deepEqual(outcome.changes, { userMetadata: { plan: 'free' }, appMetadata: {} });
});

it('loads as CommonJS too', () => {
  const kit = createRequire(import.meta.url)('@signup-actions/testing');
  assert.equal(kit.createMockApi().outcome().status, 'allowed');
});
