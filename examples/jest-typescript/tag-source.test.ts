import { expect, it } from '@jest/globals';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { onExecutePreUserRegistration as tagSource } from './actions/tag-source';

it('distinguishes the login page from the API', async () => {
  const byPage = await runAction(tagSource, createMockEvent());
  const byApi = await runAction(tagSource, createMockEvent('api-signup'));

  expect(byPage).toHaveSetAppMetadata('source', 'login page');
  expect(byApi).toHaveSetAppMetadata('source', 'api');
});

it('stores the country if it is known', async () => {
  const event = createMockEvent({ request: { geoip: { countryCode: undefined } } });

  expect(await runAction(tagSource)).toHaveSetAppMetadata('country', 'PT');
  expect(await runAction(tagSource, event)).not.toHaveSetAppMetadata('country');
});

it.each(['passwordless-email', 'passwordless-sms'] as const)('sets nothing on %s', async (by) => {
  const outcome = await runAction(tagSource, createMockEvent(by), { strict: true });

  expect(outcome.calls).toEqual([]);
});
