import { expect, it } from '@jest/globals';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { onExecutePreUserRegistration, type Invites } from './actions/require-invite';

const signUpWith = (body: Invites['body']) => {
  const secrets = { INVITE_CODES: 'spring, autumn' };
  const event = createMockEvent<Invites>({ secrets, request: { body } });
  return runAction(onExecutePreUserRegistration, event);
};

it('allows users who enter a code, and stores the code', async () => {
  const outcome = await signUpWith({ 'ulp-invite': ' autumn ' });
  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetAppMetadata('invited_with', 'autumn');
});

it.each([{}, { 'ulp-invite': '' }, { 'ulp-invite': 'winter' }])('refuses %j', async (body) => {
  const outcome = await signUpWith(body);
  expect(outcome).toHaveFailedValidation('invite_unknown');
  expect(outcome).not.toHaveSetAppMetadata();
});
