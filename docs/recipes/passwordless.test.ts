import preset from './passwordless.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import * as passwordless from './passwordless.js';

it.each(['+12025550123', undefined])(
  'refuses the phone number %s',
  async (number) => {
    const event = createMockEvent('passwordless-sms', {
      user: { phone_number: number },
    });
    expect(await runAction(passwordless, event)).toHaveDenied('foreign number');
  },
);

it.each([
  createMockEvent('passwordless-sms', { user: { phone_number: '+351910000000' } }),
  createMockEvent('passwordless-email'),
])('sets nothing where nothing would be stored', async (event) => {
  const outcome = await runAction(passwordless, event);
  expect(outcome).toHaveAllowed();
  expect(outcome).not.toHaveDiagnostic();
});

it.each([
  ['pt', 'pt'],
  [undefined, 'en'],
])('stores the language %s of other users as %s', async (language, stored) => {
  const event = createMockEvent({ request: { language } });
  expect(await runAction(passwordless, event)).toHaveSetUserMetadata(
    'language',
    stored,
  );
});
// #endregion test

it('refuses the signup of the playground', async () => {
  expect(await runAction(passwordless, createMockEvent(preset.event))).toHaveDenied();
});
