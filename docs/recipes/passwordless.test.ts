import { createRequire } from 'node:module';
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import preset from './passwordless.json' with { type: 'json' };

const passwordless = createRequire(import.meta.url)('./passwordless.js');

// #region test
it('refuses a foreign phone number', async () => {
  expect(
    await runAction(passwordless, createMockEvent('passwordless-sms')),
  ).toHaveDenied('foreign number');
});

it.each([
  createMockEvent('passwordless-sms', { user: { phone_number: '+351910000000' } }),
  createMockEvent('passwordless-email'),
])('sets nothing where nothing would be stored', async (event) => {
  const outcome = await runAction(passwordless, event);
  expect(outcome).toHaveAllowed();
  expect(outcome).not.toHaveDiagnostic();
});

it('stores the language of other users', async () => {
  expect(await runAction(passwordless)).toHaveSetUserMetadata('language', 'en');
});
// #endregion test

it('refuses the signup of the playground', async () => {
  expect(await runAction(passwordless, createMockEvent(preset.event))).toHaveDenied();
});
