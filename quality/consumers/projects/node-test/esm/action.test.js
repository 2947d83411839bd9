import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import {
  assertNotFailed,
  createMockApi,
  createMockEvent,
  runAction,
  runFlow,
} from '@signup-actions/testing';
import { cacheStoreContract, hostContract } from '@signup-actions/testing/contracts';
import { onExecutePreUserRegistration } from './action.js';

const secrets = { COMPANY_DOMAIN: 'corp.example' };
const disposable = createMockEvent({ secrets, user: { email: 'mallory@disposable.example' } });

it('records calls as plain data', async () => {
  const api = createMockApi();
  await onExecutePreUserRegistration(createMockEvent({ secrets }), api);
  assert.deepEqual(api.calls, [
    { index: 0, action: 'action', method: 'user.setUserMetadata', args: ['plan', 'free'] },
  ]);
  assert.equal(api.outcome().status, 'allowed');
});

it('comes to an outcome of plain data', async () => {
  const next = async (_event, api) => api.user.setUserId('cus_7');
  const outcome = await runFlow([onExecutePreUserRegistration, next], disposable);
  assert.equal(outcome.status, 'denied');
  assert.equal(outcome.refusal.userMessage, 'Please use your work address.');
  assert.deepEqual(
    outcome.executions.map(({ action, status }) => [action, status]),
    [
      ['action 1', 'refused'],
      ['next', 'skipped'],
    ],
  );
});

// #region not-failed
it('tags the plan', async () => {
  const event = createMockEvent({ secrets, user: { email: 'ada@corp.example' } });
  const outcome = await runAction(onExecutePreUserRegistration, event);
  assertNotFailed(outcome);
  assert.deepEqual(outcome.user?.user_metadata, { plan: 'team' });
});
// #endregion not-failed

const floating = async (_event, api) => {
  void Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => api.access.deny('late', 'Too late.'));
};

it('catches work that is not awaited', async () => {
  await assert.rejects(runAction(floating), /Is an await missing\?/);
});

it('catches it under fake timers too', async () => {
  mock.timers.enable();
  await assert.rejects(runAction(floating), /Is an await missing\?/);
  await assert.rejects(runAction(floating, undefined, { waitMs: 1 }), /late/);
  mock.timers.reset();
});

it('checks a store without fast-check, and asks for it to check a host', async () => {
  for (const { check } of cacheStoreContract(() => new Map())) await check();
  const [law] = hostContract(async () => ({ status: 'allowed' }));
  await assert.rejects(law.check(), /npm install --save-dev fast-check/);
});
