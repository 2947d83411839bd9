import {
  formatOutcome,
  redact,
  toPlatformResponse,
  toSignupResponse,
  toTenantLog,
  type Outcome,
  type SignupResponseOptions,
  type Timer,
} from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { never, run } from '../../test/run.ts';

const secrets = { API_KEY: 'sk-live-4711', PIN: '42' };

const runWithSecrets = (action: PreUserRegistrationAction): Promise<Outcome> =>
  run({ action }, { secrets, clock: () => 0 });

const admit: PreUserRegistrationAction = async (_event, api) =>
  api.user.setAppMetadata('pin', '42');
const deny: PreUserRegistrationAction = async (event, api) =>
  api.access.deny(`upstream refused ${event.secrets['API_KEY']}`, 'Please try another address.');
const denyInSilence: PreUserRegistrationAction = async (_event, api) => api.access.deny('bot', '');
const invalidate: PreUserRegistrationAction = async (_event, api) =>
  api.validation.error('invite_invalid', 'That code is not valid.');
const fail: PreUserRegistrationAction = async (event) => {
  throw new RangeError(`no answer for ${event.secrets['API_KEY']}`);
};

it('the tenant log has one entry for a signup, and one more for a failed Action', async () => {
  const logs = await Promise.all(
    [admit, deny, invalidate, fail].map(async (handler) =>
      toTenantLog(await runWithSecrets(handler)),
    ),
  );

  expect(logs).toEqual([
    [{ type: 'ss', description: 'pre-user-registration: admitted' }],
    [{ type: 'fs', description: 'pre-user-registration: upstream refused [secret API_KEY]' }],
    [{ type: 'fs', description: 'pre-user-registration: invite_invalid' }],
    [
      { type: 'fs', description: 'pre-user-registration: no answer for [secret API_KEY]' },
      {
        type: 'actions_execution_failed',
        description: 'action: RangeError: no answer for [secret API_KEY]',
        error_class: 'action_error',
      },
    ],
  ]);
});

it('F13: the tenant log blames an Action only for its own failures', async () => {
  const noEvent = await run({ admit }, { event: {} });
  const aborted = await run({ admit }, { signal: AbortSignal.abort() });

  expect([noEvent, aborted].map((outcome) => toTenantLog(outcome))).toEqual([
    [
      {
        type: 'fs',
        description:
          'pre-user-registration: Failed to start the flow: event.user must be an object but received undefined.',
      },
    ],
    [{ type: 'fs', description: 'pre-user-registration: The host aborted the flow.' }],
  ]);
});

it('F7: the tenant log names the Action that timed out, or the trigger if none had started', async () => {
  const limits = { flowTimeoutMs: 5 };
  const during = await run({ slow: never }, { limits });
  const atOnce: Timer = (callback) => {
    callback();
    return () => {};
  };
  const before = await run({ slow: never }, { limits, timer: atOnce });

  expect([during, before].map((outcome) => toTenantLog(outcome)[1])).toEqual([
    {
      type: 'actions_execution_failed',
      description: 'slow: TimeoutError: The flow timed out: all its Actions together have 5 ms.',
      error_class: 'action_timeout',
    },
    {
      type: 'actions_execution_failed',
      description:
        'pre-user-registration: TimeoutError: The flow timed out: all its Actions together have 5 ms.',
      error_class: 'action_timeout',
    },
  ]);
});

it('R1 R3: a client sees the message for the user, or a generic one if there is none', async () => {
  const answers = await Promise.all(
    [admit, deny, denyInSilence, invalidate, fail].map(async (handler) =>
      toSignupResponse(await runWithSecrets(handler)),
    ),
  );

  expect(answers).toEqual([
    { status: 200, body: {} },
    { status: 403, body: { message: 'Please try another address.' } },
    { status: 403, body: { message: 'This registration is not possible.' } },
    { status: 400, body: { message: 'That code is not valid.' } },
    { status: 500, body: { message: 'Something went wrong. Please try again later.' } },
  ]);
});

it('R3: a validation error without a message gets the generic one', async () => {
  const outcome = await runWithSecrets(async (_event, { validation }) =>
    validation.error('code', ''),
  );

  expect(toSignupResponse(outcome).body).toEqual({ message: 'This registration is not possible.' });
});

it('a host can include reason and code, and change the HTTP statuses', async () => {
  const options: SignupResponseOptions = {
    include: ['reason', 'code'],
    status: { denied: 422 },
  };

  expect(toSignupResponse(await runWithSecrets(denyInSilence), options)).toEqual({
    status: 422,
    body: { message: 'This registration is not possible.', reason: 'bot' },
  });
  expect(toSignupResponse(await runWithSecrets(invalidate), options).body).toEqual({
    message: 'That code is not valid.',
    code: 'invite_invalid',
  });
});

it('R2: the platform’s response contains the reason', async () => {
  expect(toPlatformResponse(await runWithSecrets(denyInSilence))).toEqual({
    status: 400,
    body: {
      name: 'InternalExtensibilityError',
      code: 'extensibility_error',
      statusCode: 400,
      message: 'bot',
      description: 'bot',
      friendly_message: '',
    },
  });
});

it('R2: the platform’s responses to the other outcomes', async () => {
  const answers = await Promise.all(
    [admit, invalidate, fail].map(async (handler) =>
      toPlatformResponse(await runWithSecrets(handler)),
    ),
  );

  expect(answers).toEqual([
    { status: 200, body: {} },
    {
      status: 400,
      body: {
        name: 'InternalExtensibilityError',
        code: 'extensibility_error',
        statusCode: 400,
        message: 'invite_invalid',
        description: 'invite_invalid',
        friendly_message: 'That code is not valid.',
      },
    },
    {
      status: 500,
      body: { statusCode: 500, message: 'Something went wrong. Please try again later.' },
    },
  ]);
});

it('an outcome has the original strings, and is redacted when it is printed', async () => {
  const outcome = await runWithSecrets(deny);

  expect(outcome.refusals[0]).toMatchObject({ reason: 'upstream refused sk-live-4711' });
  expect(redact(outcome).refusals[0]).toMatchObject({
    reason: 'upstream refused [secret API_KEY]',
  });
  expect(JSON.stringify(outcome)).not.toContain('sk-live-4711');
  expect(formatOutcome(outcome)).not.toContain('sk-live-4711');
  expect(JSON.stringify(outcome.diagnostics)).not.toContain('sk-live-4711');
  expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['secret-exposed']);
});

it('a short secret is redacted if it is the whole string; the stored user is not redacted', async () => {
  const outcome = await runWithSecrets(admit);

  expect(redact(outcome)).toMatchObject({
    user: { app_metadata: { pin: '42' } },
    changes: { appMetadata: { pin: '[secret PIN]' } },
    calls: [{ args: ['pin', '[secret PIN]'] }],
  });
});

it('an outcome is frozen, and structuredClone copies it', async () => {
  const outcome = await runWithSecrets(admit);

  expect(Object.isFrozen(outcome)).toBe(true);
  expect(() => (outcome.calls as unknown[]).push('call')).toThrow('not extensible');
  expect(structuredClone(outcome)).toEqual(outcome);
});

it('formats an outcome for a reader', async () => {
  expect(formatOutcome(await runWithSecrets(admit))).toMatchInlineSnapshot(`
    "ALLOWED
    Actions
      ✓ action  completed, 0 ms
          api.user.setAppMetadata("pin", "[secret PIN]")
    User as created
      app_metadata   {"pin":"[secret PIN]"}
      email          "ada@example.com"
      user_metadata  {}
    Diagnostics
      ! secret-exposed in action: api.user.setAppMetadata("pin", "[secret PIN]") exposes the value of the secret PIN; remove it.
      https://signup-actions.github.io/signup-actions/diagnostics#secret-exposed"
  `);
  expect(formatOutcome(await runWithSecrets(deny))).toMatchInlineSnapshot(`
    "DENIED by action
      for the log   "upstream refused [secret API_KEY]"
      for the user  "Please try another address."
    Actions
      ✗ action  refused, 0 ms
          api.access.deny("upstream refused [secret API_KEY]", "Please try another address.")
    User not created
    Diagnostics
      ! secret-exposed in action: api.access.deny("upstream refused [secret API_KEY]", "Please try another address.") exposes the value of the secret API_KEY; remove it.
      https://signup-actions.github.io/signup-actions/diagnostics#secret-exposed"
  `);
  expect(formatOutcome(await runWithSecrets(fail))).toMatchInlineSnapshot(`
    "FAILED in action (action_error)
      RangeError: no answer for [secret API_KEY]
    Actions
      ✗ action  failed, 0 ms
    User not created"
  `);
});
