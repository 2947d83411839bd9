import { createMockEvent, runAction } from '@signup-actions/testing';
import { signupEvent } from '@signup-actions/testing/fast-check';
import '@signup-actions/testing/vitest';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import type { V1Event } from '@signup-actions/types/v1';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onExecutePreUserRegistration } from '../../recipes/block-domains.js';
import requireNameV1 from './require-name-v1.js';
import * as requireName from './require-name.js';

it('a stub passes where the platform rejects', async () => {
  // #region stub
  const explain: PreUserRegistrationAction = async (_event, api) => {
    api.validation.error('invite_unknown', 'We do not know this code. '.repeat(5));
  };
  const stub = { validation: { error: () => stub } };

  await explain(createMockEvent(), stub as never);

  expect(await runAction(explain)).toHaveFailed('at most 100 characters');
  // #endregion stub
});

it('events that are fixed, or drawn with a seed', async () => {
  // #region fixed
  const event = createMockEvent({ request: { geoip: { countryCode: 'FR' } } });
  expect(event.request.ip).toBe('203.0.113.7');
  // #endregion fixed

  // #region drawn
  await fc.assert(
    fc.asyncProperty(
      signupEvent({ overrides: { tenant: { id: 'shop' } } }),
      async (drawn) => {
        expect(
          await runAction(onExecutePreUserRegistration, drawn),
        ).not.toHaveFailed();
      },
    ),
  );
  // #endregion drawn
});

it('version 1 and version 2 decide alike', async () => {
  const secrets = { RESERVED_NAMES: 'admin,root' };
  const runV1 = (username: string) => requireNameV1(toV1Event(username), { secrets });
  const runV2 = (username: string) =>
    runAction(requireName, createMockEvent({ user: { username }, secrets }));

  expect(await runV1('admin')).toMatchObject({
    command: { reason: 'reserved name' },
  });
  expect(await runV2('admin')).toHaveDenied(
    'reserved name',
    'Please choose another name.',
  );
  expect(await runV1('ada')).toEqual({ user: { app_metadata: { language: 'en' } } });
  expect(await runV2('ada')).toHaveSetAppMetadata('language', 'en');
});

const toV1Event = (username: string): V1Event => ({
  connection: { name: 'Username-Password-Authentication' },
  tenant: { id: 'example-tenant' },
  request: { ip: '203.0.113.7', language: 'en' },
  user: { username },
});
