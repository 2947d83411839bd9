import type { PreUserRegistrationAction } from '@signup-actions/types';
import type { PreSignUpTriggerEvent } from 'aws-lambda';
import { beforeEach, expect, it, vi } from 'vitest';
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

const log = vi.spyOn(console, 'log').mockReturnValue();
const logged = (): unknown[] => log.mock.calls.map(([line]) => JSON.parse(line));
beforeEach(() => log.mockClear());

const decide = (handler: PreUserRegistrationAction, event = signup('ada@example.com')) =>
  createPreSignUp([{ name: 'action', handler }])(event);

it('runs the Action of the tenant', async () => {
  vi.stubEnv('BLOCKED_DOMAINS', 'disposable.example, throwaway.example');
  const { handler } = await import('../src/handler.ts');
  const event = signup('ada@example.com');

  expect(await handler(event)).toBe(event);
  await expect(handler(signup('mallory@disposable.example'))).rejects.toThrow(
    new Error('Please sign up with your work address.'),
  );
  expect(logged()).toEqual([
    { type: 'ss', description: 'pre-user-registration: admitted' },
    {
      type: 'fs',
      description: 'pre-user-registration: disposable e-mail domain disposable.example',
    },
  ]);
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
    description: 'pre-user-registration: connect ECONNREFUSED 10.0.0.1',
  });
});

it.each([null, {}, { triggerSource: 'PreSignUp_SignUp', userPoolId: 'pool', request: {} }])(
  'refuses anything that is not an event, and logs it: %j',
  async (event) => {
    await expect(decide(async () => {}, event as never)).rejects.toThrow(generic);
    expect(logged()).toEqual([
      { type: 'fs', description: expect.stringMatching(/Cannot (destructure|read)/) },
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
    description: expect.stringContaining(`the Actions set ${asked}, and a pre`),
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
