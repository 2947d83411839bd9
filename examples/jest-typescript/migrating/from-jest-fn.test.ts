import { expect, it, jest } from '@jest/globals';
import { createMockApi, createMockEvent } from '@signup-actions/testing';
import { onExecutePreUserRegistration, type Invites } from '../actions/require-invite';

it('refuses an unknown invite, by hand', async () => {
  // #region by-hand
  const event = {
    secrets: { INVITE_CODES: 'spring' },
    request: { body: { 'ulp-invite': 'winter' } },
  };
  const api = { validation: { error: jest.fn() }, user: { setAppMetadata: jest.fn() } };

  await onExecutePreUserRegistration(event as never, api as never);

  expect(api.validation.error).toHaveBeenCalledWith('invite_unknown', expect.any(String));
  // #endregion by-hand
});

it('refuses an unknown invite, with the kit', async () => {
  // #region with-the-kit
  const event = createMockEvent<Invites>({
    secrets: { INVITE_CODES: 'spring' },
    request: { body: { 'ulp-invite': 'winter' } },
  });
  const api = createMockApi();

  await onExecutePreUserRegistration(event, api);

  expect(api).toHaveFailedValidation('invite_unknown', expect.any(String));
  // #endregion with-the-kit
});

it('lets a test spy on a method', async () => {
  const event = createMockEvent<Invites>({ secrets: { INVITE_CODES: 'spring' } });

  // #region spy
  const api = createMockApi();
  const error = jest.spyOn(api.validation, 'error');

  await onExecutePreUserRegistration(event, api);

  expect(error).toHaveBeenCalledTimes(1);
  // #endregion spy
  expect(api).toHaveFailedValidation();
});
