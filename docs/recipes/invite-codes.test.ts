import preset from './invite-codes.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import * as inviteCodes from './invite-codes.js';

const signUp = (body: object) =>
  runAction(
    inviteCodes,
    createMockEvent({
      request: { body },
      secrets: { INVITE_CODES: 'spring-7f3a, autumn-91c2' },
    }),
  );

it('allows users with a code, and stores the code', async () => {
  const outcome = await signUp({ 'ulp-invite': ' autumn-91c2 ' });
  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetAppMetadata('invited_with', 'autumn-91c2');
});

it.each([{}, { 'ulp-invite': '' }, { 'ulp-invite': 'winter-0000' }])(
  'refuses %j',
  async (body) => {
    const outcome = await signUp(body);
    expect(outcome).toHaveFailedValidation('invite_unknown');
    expect(outcome).not.toHaveSetAppMetadata();
  },
);
// #endregion test

it('refuses the signup of the playground', async () => {
  const { event, secrets } = preset;
  const outcome = await runAction(
    inviteCodes,
    createMockEvent({ ...event, secrets }),
  );
  expect(outcome).toHaveFailedValidation();
});
