import preset from './block-domains.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import * as blockDomains from './block-domains.js';

const signUp = (email?: string) =>
  runAction(blockDomains, createMockEvent({ user: { email } }));

it.each([
  'a@disposable.example',
  'a@MAIL.Tempmail.Example',
  'a@disposable.example.',
  'a@disposable.example ',
])('refuses %s', async (email) => {
  expect(await signUp(email)).toHaveDenied(
    expect.stringContaining('disposable domain'),
  );
});

it.each(['a@example.com', 'a@not-disposable.example', undefined])(
  'allows %s',
  async (email) => {
    expect(await signUp(email)).toHaveAllowed();
  },
);
// #endregion test

it('refuses the signup of the playground', async () => {
  expect(await runAction(blockDomains, createMockEvent(preset.event))).toHaveDenied();
});
