import { expect, it } from '@jest/globals';
import { createMockApi, createMockEvent } from '@signup-actions/testing';
import { onExecutePreUserRegistration, type Invites } from './actions/require-invite';

const signUpWith = (body: Invites['body']) =>
  createMockEvent<Invites>({ secrets: { INVITE_CODES: 'spring, autumn' }, request: { body } });

it('allows users who enter a code, and stores the code', async () => {
  const api = createMockApi();
  await onExecutePreUserRegistration(signUpWith({ 'ulp-invite': ' autumn ' }), api);
  expect(api).toHaveAllowed();
  expect(api).toHaveSetAppMetadata('invited_with', 'autumn');
});

it.each([{}, { 'ulp-invite': '' }, { 'ulp-invite': 'winter' }])('refuses %j', async (body) => {
  const api = createMockApi();
  await onExecutePreUserRegistration(signUpWith(body), api);
  expect(api).toHaveFailedValidation('invite_unknown');
  expect(api).not.toHaveSetAppMetadata();
});
