import type { PreUserRegistrationAction } from '@signup-actions/types';
import type { Context, PreSignUpTriggerEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog, createLogConsole } from '../src/create-log.ts';
import { createPreSignUp } from '../src/create-pre-sign-up.ts';

const signup = (
  email: string,
  triggerSource: PreSignUpTriggerEvent['triggerSource'] = 'PreSignUp_SignUp',
) =>
  ({
    version: '1',
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_example',
    triggerSource,
    userName: 'ada',
    callerContext: { awsSdkVersion: '3', clientId: 'client' },
    request: {
      userAttributes: { email },
      validationData: { invite: 'ada-7' },
      clientMetadata: { campaign: 'spring' },
    },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  }) as PreSignUpTriggerEvent;

let lines: string[] = [];
beforeEach(() => (lines = []));
/** The entries of the log, without their time. */
const logged = (): unknown[] =>
  lines.map((line) => {
    const { time, ...entry } = JSON.parse(line);
    expect(time).toBe('2026-01-02T03:04:05.000Z');
    return entry;
  });
const logOptions = {
  write: (line: string) => void lines.push(line),
  now: () => new Date('2026-01-02T03:04:05Z'),
};

const context = { awsRequestId: 'request-7' } as Context;
const decide = (
  handler: PreUserRegistrationAction,
  event = signup('ada@example.com'),
  secrets: Readonly<Record<string, string>> = {},
) => {
  const actions = [{ name: 'action', handler, secrets }];
  return createPreSignUp(actions, createLog(actions, logOptions))(event, context);
};

describe('the function that Lambda calls', () => {
  const { console } = globalThis;
  afterEach(() => void (globalThis.console = console));

  it('runs the Action of the tenant', async () => {
    const print = vi.spyOn(console, 'log').mockReturnValue();
    vi.stubEnv('BLOCKED_DOMAINS', 'disposable.example, throwaway.example');
    const { handler } = await import('../src/handler.ts');
    const event = signup('ada@example.com');

    expect(await handler(event, context)).toBe(event);
    await expect(handler(signup('mallory@disposable.example'), context)).rejects.toThrow(
      new Error('Please sign up with your work address.'),
    );
    globalThis.console.error('an Action has %s', 'disposable.example, throwaway.example');

    expect(print.mock.calls.map(([line]) => JSON.parse(line))).toMatchObject([
      { type: 'ss', status: 'allowed', requestId: 'request-7' },
      {
        type: 'fs',
        status: 'denied',
        description: 'pre-user-registration: disposable e-mail domain disposable.example',
      },
      { type: 'printed', text: 'an Action has [secret BLOCKED_DOMAINS]' },
    ]);
  });
});

it('an entry is one line, whatever Actions print and whatever their reasons contain', async () => {
  const forged = '\n{"type":"ss","status":"allowed"}';
  await expect(
    decide(async (_event, api) => api.access.deny(`no${forged}`, 'No.')),
  ).rejects.toThrow('No.');
  createLogConsole(createLog([], logOptions)).log(`printed${forged}\u2028\u0085\u009b2J`);

  expect(lines.join('\n').split(/[\n\u0085\u009b\u2028]/)).toHaveLength(3);
  expect(logged()).toEqual([
    {
      type: 'fs',
      status: 'denied',
      requestId: 'request-7',
      description: `pre-user-registration: no${forged}`,
    },
    { type: 'printed', text: 'printed' },
    { type: 'printed', text: '{"type":"ss","status":"allowed"}\u2028\u0085\u009b2J' },
  ]);
});

it.each<[string, PreUserRegistrationAction]>([
  ['a reason', async (event, api) => api.access.deny(`${event.secrets['KEY']}`, 'No.')],
  ['a message', async (event, api) => api.access.deny('no', `Ask for ${event.secrets['KEY']}.`)],
  [
    'a key that Cognito cannot store',
    async (event, api) => api.user.setAppMetadata(`${event.secrets['KEY']}`, 1),
  ],
  [
    'an error',
    async (event) => {
      throw new Error(`no reply for ${event.secrets['KEY']}`);
    },
  ],
])('shows no secret in the log or to the user: %s', async (_, handler) => {
  const KEY = 'sk_live_4711';
  const shown = await decide(handler, undefined, { KEY }).then(() => '', String);

  expect(lines.length).toBeGreaterThan(0);
  expect(shown + lines.join()).not.toContain(KEY);
});

it('does not start without the secret of an Action', async () => {
  vi.resetModules();
  vi.stubEnv('BLOCKED_DOMAINS', undefined);

  await expect(import('../src/handler.ts')).rejects.toThrow('has no BLOCKED_DOMAINS');
});

it('shows the message of a validation error, and not its code', async () => {
  await expect(
    decide(async (_event, api) => api.validation.error('no_company', 'Which company is it?')),
  ).rejects.toThrow(new Error('Which company is it?'));
});

const generic = new Error('Something went wrong. Please try again later.');

it('shows a generic message for a failure, and logs its cause', async () => {
  const fails = async () => {
    throw new Error('connect ECONNREFUSED 10.0.0.1');
  };

  await expect(decide(fails)).rejects.toThrow(generic);
  expect(logged()).toContainEqual({
    type: 'fs',
    status: 'failed',
    requestId: 'request-7',
    description: 'pre-user-registration: connect ECONNREFUSED 10.0.0.1',
  });
});

it.each([null, {}, { triggerSource: 'PreSignUp_SignUp', userPoolId: 'pool', request: {} }])(
  'refuses anything that is not an event, and logs it: %j',
  async (event) => {
    await expect(decide(async () => {}, event as never)).rejects.toThrow(generic);
    expect(logged()).toEqual([
      expect.objectContaining({
        type: 'fs',
        description: expect.stringContaining('Failed to read a signup'),
      }),
    ]);
  },
);

it('logs a refusal that comes too late', async () => {
  await decide(async (_event, api) => {
    setTimeout(() => api.access.deny('late', 'late'), 1);
  });

  await expect.poll(logged).toContainEqual(expect.objectContaining({ code: 'late-call' }));
});

it.each<[string, PreUserRegistrationAction]>([
  ['user metadata "plan"', async (_event, api) => api.user.setUserMetadata('plan', 'free')],
  ['app metadata "plan"', async (_event, api) => api.user.setAppMetadata('plan', null)],
  ['a user id', async (_event, api) => api.user.setUserId('ada')],
])('refuses what Cognito cannot store, and says so in the log: %s', async (asked, handler) => {
  await expect(decide(handler)).rejects.toThrow(generic);
  expect(logged()).toContainEqual({
    type: 'fs',
    status: 'failed',
    requestId: 'request-7',
    description: expect.stringContaining(`an Action set ${asked}, but the hook of cognito`),
  });
});

it('gives the Actions what Cognito sends', async () => {
  const seen = vi.fn<PreUserRegistrationAction>(async () => {});
  await decide(seen, signup('ada@example.com', 'PreSignUp_AdminCreateUser'));

  expect(seen.mock.calls[0]?.[0]).toMatchObject({
    tenant: { id: 'eu-west-1_example' },
    user: { email: 'ada@example.com', user_metadata: {}, app_metadata: {} },
    request: { body: { campaign: 'spring', invite: 'ada-7' } },
  });
});

it('does not run Actions for users of other identity providers', async () => {
  const refuse: PreUserRegistrationAction = async (_event, api) => api.access.deny('no', 'No.');
  const event = signup('ada@example.com', 'PreSignUp_ExternalProvider');

  expect(await decide(refuse, event)).toBe(event);
});
