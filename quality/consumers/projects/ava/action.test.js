import { assertNotFailed, createMockEvent, runAction } from '@signup-actions/testing';
import test from 'ava';
import { onExecutePreUserRegistration } from './action.js';

const secrets = { COMPANY_DOMAIN: 'corp.example' };
const signUp = (email) =>
  runAction(onExecutePreUserRegistration, createMockEvent({ secrets, user: { email } }));

test('refuses disposable addresses', async (t) => {
  const outcome = await signUp('mallory@disposable.example');
  assertNotFailed(outcome);
  t.is(outcome.refusal?.reason, 'disposable email');
});

test('tags the plan', async (t) => {
  const outcome = await signUp('ada@corp.example');
  assertNotFailed(outcome);
  t.deepEqual(outcome.user?.user_metadata, { plan: 'team' });
});
