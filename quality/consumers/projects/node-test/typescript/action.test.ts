import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createMockApi, createMockEvent, runAction } from '@signup-actions/testing';
import { cacheStoreContract, hostContract, type HostRun } from '@signup-actions/testing/contracts';
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

it('names the rules for stores and hosts, without fast-check', () => {
  const run: HostRun = async ({ event }) => ({ status: 'allowed', user: event.user });
  const checks = [...cacheStoreContract(() => new Map()), ...hostContract(run, { seed: 1 })];
  assert.ok(checks.every(({ name }) => name.length > 0));
});
