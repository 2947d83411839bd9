import preset from './allow-list.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import * as allowList from './allow-list.js';

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
  // @ts-expect-error -- the types find it too
  expect(await runAction(allowList, createMockEvent())).toHaveFailed();
  const empty = { ALLOWED_DOMAINS: '' };
  expect(
    await runAction(allowList, createMockEvent({ secrets: empty })),
  ).toHaveDenied();
});
// #endregion test

it('allows the signup of the playground', async () => {
  const { event, secrets: own } = preset;
  const outcome = await runAction(
    allowList,
    createMockEvent({ ...event, secrets: own }),
  );
  expect(outcome).toHaveAllowed();
});
