import { createMockApi, createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { onExecutePreUserRegistration } from './register.js';

it('makes events', () => {
  // #region event
  const ordinary = createMockEvent();
  const other = createMockEvent({
    user: { email: 'grace@example.com' },
    client: undefined,
  });
  const byPhone = createMockEvent('passwordless-sms', {
    request: { language: 'pt' },
  });
  // #endregion event

  expect(ordinary).toEqual(createMockEvent());
  expect(other).toMatchObject({ user: { email: 'grace@example.com' } });
  expect(other).not.toHaveProperty('client');
  expect(byPhone).toMatchObject({ user: { phone_number: '+12025550123' } });
});

// #region mock-api
it('stops at the first refusal', async () => {
  const api = createMockApi();
  const event = createMockEvent({ user: { email: 'mallory@disposable.example' } });

  await onExecutePreUserRegistration(event, api);

  expect(api).toHaveDenied('disposable email');
  expect(api.calls.map(({ method }) => method)).toEqual(['cache.set', 'access.deny']);
});
// #endregion mock-api

// #region run-action
it('creates the user with what the form said', async () => {
  const event = createMockEvent({
    request: { body: { 'ulp-company': 'Example Ltd' } },
  });

  const outcome = await runAction(onExecutePreUserRegistration, event);

  expect(outcome).toMatchObject({
    status: 'allowed',
    user: { user_id: 'auth0|cus_7', user_metadata: { company: 'Example Ltd' } },
  });
});
// #endregion run-action

it('is strict where it is asked to be', async () => {
  // #region strict
  const careless: PreUserRegistrationAction = async (_event, api) => {
    api.access.deny('disposable email', '');
  };

  await expect(
    runAction(careless, createMockEvent(), { strict: true }),
  ).rejects.toThrow('deny-without-user-message');
  // #endregion strict
});
