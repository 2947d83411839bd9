import preset from './api-signups.json' with { type: 'json' };
// #region test
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest-strict';
import { expect, it } from 'vitest';
import * as apiSignups from './api-signups.js';

const secrets = { SIGNUP_KEY: 'example-signup-key' };
const signUpByApi = (metadata?: object, own = secrets) =>
  runAction(
    apiSignups,
    createMockEvent('api-signup', {
      secrets: own,
      user: { user_metadata: metadata ?? {} },
      request: { body: { user_metadata: metadata } },
    }),
  );

it('allows signups from the login page', async () => {
  const outcome = await runAction(apiSignups, createMockEvent({ secrets }));
  expect(outcome).toHaveAllowed();
  expect(outcome).toHaveSetAppMetadata('source', 'login page');
});

it('allows our back end, and does not store its key', async () => {
  const outcome = await signUpByApi({ signup_key: 'example-signup-key' });
  expect(outcome).toHaveSetAppMetadata('source', 'api');
  expect(outcome).toHaveAllowed();
  expect(outcome.user?.user_metadata).toEqual({});
  expect(JSON.stringify(outcome)).not.toContain('example-signup-key');
});

it.each([undefined, {}, { signup_key: 'guess' }])(
  'refuses the API with %j',
  async (metadata) => {
    expect(await signUpByApi(metadata)).toHaveDenied('api signup without the key');
  },
);

it.each([{}, { SIGNUP_KEY: '' }])(
  'refuses the API while the secrets are %j',
  async (none) => {
    for (const metadata of [{}, { signup_key: '' }, { signup_key: 'guess' }]) {
      // The types refuse a missing secret too.
      const outcome = await signUpByApi(metadata, none as typeof secrets);
      expect(outcome).toHaveDenied();
    }
  },
);
// #endregion test

it('allows the signup of the playground', async () => {
  const { event, secrets: own } = preset;
  const outcome = await runAction(
    apiSignups,
    createMockEvent({ ...event, secrets: own }),
  );
  expect(outcome).toHaveAllowed();
});
