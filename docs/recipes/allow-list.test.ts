import { createRequire } from 'node:module';
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import preset from './allow-list.json' with { type: 'json' };

const allowList = createRequire(import.meta.url)('./allow-list.js');

// #region test
const secrets = { ALLOWED_DOMAINS: 'corp.example, Partner.example' };
const signUp = (email?: string) =>
  runAction(allowList, createMockEvent({ user: { email }, secrets }));

it.each(['ada@corp.example', 'ada@PARTNER.example'])('allows %s', async (email) => {
  expect(await signUp(email)).toHaveAllowed();
});

it.each([
  'ada@example.com',
  'ada@sub.corp.example',
  'ada@corp.example@example.com',
  'ada@corp.example.',
  'corp.example',
  '@corp.example',
  '',
  undefined,
])('refuses %s', async (email) => {
  expect(await signUp(email)).toHaveDenied('domain not on the list');
});

it('refuses all signups while the secret is missing or empty', async () => {
  const none = createMockEvent({ secrets: { ALLOWED_DOMAINS: '' } });
  expect(await runAction(allowList, createMockEvent())).toHaveFailed();
  expect(await runAction(allowList, none)).toHaveDenied();
});
// #endregion test

it('allows the signup of the playground', async () => {
  const event = createMockEvent({ ...preset.event, secrets: preset.secrets });
  expect(await runAction(allowList, event)).toHaveAllowed();
});
