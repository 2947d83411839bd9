import { createMockApi, createMockEvent, runAction } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { throwUnseen } from '../matchers/throw-unseen.ts';
import { withoutLines } from '../../test/without-lines.ts';

expect.addSnapshotSerializer(withoutLines);

beforeEach(() => {
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockReturnValue();
});
afterEach(() => void vi.restoreAllMocks());

const secrets = { API_TOKEN: 'example-api-token', SUPPORT_EMAIL: 'help@example.com' };

/** Runs an Action, and checks that the test would fail at its end, or would not. */
async function unseen(handler: PreUserRegistrationAction) {
  await runAction(handler, createMockEvent({ secrets, user: { family_name: 'Undefined NaN' } }));
  try {
    throwUnseen('of-test');
    return undefined;
  } catch (error) {
    return (error as { diagnostics?: readonly { code: string }[] }).diagnostics?.[0]?.code;
  }
}

it.each<[string, PreUserRegistrationAction]>([
  [
    'argument-not-a-string',
    async (_event, api) => api.access.deny(new Error('x') as never, 'Please try again.'),
  ],
  [
    'call-after-refusal',
    async (_event, api) => {
      api.access.deny('reason', 'message');
      api.user.setAppMetadata('plan', 'free');
    },
  ],
  [
    'deny-without-user-message',
    // @ts-expect-error -- the message is missing
    async (_event, api) => api.access.deny('reason'),
  ],
  ['handler-not-async', (_event, api) => Promise.resolve(api.user.setUserId('cus_7'))],
  ['metadata-not-json', async (_event, api) => api.user.setAppMetadata('at', new Date(0) as never)],
  [
    'metadata-not-json',
    async (_event, api) => api.user.setAppMetadata('signup', { at: new Date(0) } as never),
  ],
  ['metadata-not-json', async (_event, api) => api.user.setAppMetadata('age', Number.NaN)],
  [
    'metadata-not-json',
    async (_event, api) => api.user.setAppMetadata('all', [undefined] as never),
  ],
  [
    'metadata-undefined',
    async (_event, api) => api.user.setUserMetadata('company', undefined as never),
  ],
  [
    'secret-exposed',
    async (event, api) => api.access.deny(`key ${event.secrets['API_TOKEN']}`, 'Please try again.'),
  ],
  [
    'secret-exposed',
    async (event) => console.log('asking with', { headers: { key: event.secrets['API_TOKEN'] } }),
  ],
  ['secret-exposed', async (event) => console.error(JSON.stringify(event))],
  [
    'undefined-in-text',
    async (event, api) => api.access.deny('reason', `Sorry, ${event.user.nickname}.`),
  ],
  [
    'undefined-in-text',
    async (event, api) => api.user.setUserId(`customer-${event.user.nickname}`),
  ],
  [
    'undefined-in-text',
    async (event, api) =>
      api.user.setUserMetadata('address', { of: [String(event.request.geoip as unknown)] }),
  ],
])('a test that does not look at %s fails at its end', async (code, handler) => {
  expect(await unseen(handler)).toBe(code);
});

it.each<[string, PreUserRegistrationAction]>([
  ['a message that is empty on purpose', async (_event, api) => api.access.deny('reason', '')],
  [
    'a refusal instead of one that was rejected',
    async (_event, api) => {
      try {
        api.validation.error('code', 'x'.repeat(101));
      } catch {
        api.access.deny('reason', 'message');
      }
    },
  ],
  [
    'counting after a refusal',
    async (_event, api) => {
      api.access.deny('reason', 'message');
      api.cache.set('refused', '1');
    },
  ],
  [
    'an optional property of an object',
    async (_event, api) =>
      api.user.setUserMetadata('form', { name: 'Ada', company: undefined } as never),
  ],
  [
    'a setting that is kept in a secret',
    async (event, api) =>
      api.access.deny('no', `Please write to ${event.secrets['SUPPORT_EMAIL']}.`),
  ],
  [
    'a record that all signups without a value share',
    async (event, api) => void api.cache.set(`seen:${event.user.nickname}`, '1'),
  ],
  [
    'a setting in the console',
    async (event) => console.log('help is at', event.secrets['SUPPORT_EMAIL'], event.request),
  ],
  [
    'a text that is written like that',
    async (_event, api) => api.access.deny('country undefined', 'No.'),
  ],
  [
    'a word that came with the signup',
    async (event, api) => api.user.setUserMetadata('name', `${event.user.family_name}`),
  ],
  ['a mock function', vi.fn<() => Promise<void>>(async () => {})],
  ['compiled code', (..._args) => __awaiter(function* () {})],
])('no test fails for %s', async (_, handler) => {
  expect(await unseen(handler)).toBeUndefined();
});

/** As compilers write `async`. */
// oxlint-disable-next-line eslint/no-underscore-dangle -- the name that TypeScript uses
const __awaiter = async (_generator: unknown): Promise<void> => {};

const careless: PreUserRegistrationAction = async (_event, api) => {
  api.access.deny('reason', 'message');
  api.user.setUserMetadata('company', undefined as never);
};

it.each<[string, (outcome: Awaited<ReturnType<typeof runAction>>) => void]>([
  ['reads them', (outcome) => expect(outcome.diagnostics).toHaveLength(2)],
  ['prints them', (outcome) => expect(JSON.stringify(outcome)).toContain('metadata-undefined')],
  ['expects any', (outcome) => expect(outcome).toHaveDiagnostic()],
  [
    'expects each',
    (outcome) => {
      expect(outcome).toHaveDiagnostic('metadata-undefined');
      expect(outcome).toHaveDiagnostic('call-after-refusal');
    },
  ],
])('a test that %s has looked at the mistakes', async (_, look) => {
  look(await runAction(careless));

  expect(() => throwUnseen('all')).not.toThrow();
});

it('a test that expects one mistake has not looked at another', async () => {
  const outcome = await runAction(careless);
  expect(outcome).toHaveDiagnostic('call-after-refusal');
  expect(outcome).not.toHaveDiagnostic('late-call');

  expect(() => throwUnseen('of-test')).toThrowErrorMatchingInlineSnapshot(`
    [DiagnosticsError: The test did not look at a mistake of the Action:
      1. metadata-undefined at certain-mistakes.test.ts:…: api.user.setUserMetadata("company") has no effect: JSON cannot represent undefined; pass null to remove the property.
      https://signup-actions.github.io/signup-actions/diagnostics#metadata-undefined
    Fix the Action. If it is meant to do this, assert that: expect(outcome).toHaveDiagnostic('metadata-undefined').]
  `);
});

it('a failed flow counts before mistakes, and mistakes are counted', async () => {
  await runAction(careless);
  await runAction(async () => {
    throw new Error('boom');
  });
  expect(() => throwUnseen('of-test')).toThrow('Error: boom');

  await runAction(careless);
  expect(() => throwUnseen('of-test')).toThrow(
    /^The test did not look at 2 mistakes of the Action:/,
  );
  expect(() => throwUnseen('all')).not.toThrow();
});

it('a run says with `strict: false` that mistakes are expected', async () => {
  await runAction(careless, createMockEvent(), { strict: false });
  expect(createMockApi({ strict: false })).toHaveAllowed();

  expect(() => throwUnseen('of-test')).not.toThrow();
});

it('a mistake with a mock api counts as soon as a matcher has looked at the api', () => {
  const api = createMockApi();
  api.user.setUserMetadata('company', undefined as never);
  expect(api).toHaveAllowed();
  expect(api).not.toHaveSetUserMetadata();

  expect(() => throwUnseen('of-test')).toThrow('did not look at a mistake of the Action');
  expect(api.diagnostics).toHaveLength(1);
  expect(api).toHaveAllowed();
  expect(() => throwUnseen('of-test')).not.toThrow();
});

it('says which method of the console showed which secret, once', async () => {
  const outcome = await runAction(async (event) => {
    console.log(event.secrets);
    console.log('again', event.secrets['API_TOKEN']);
    console.error(new Error(`refused ${event.secrets['API_TOKEN']}`));
  }, createMockEvent({ secrets }));

  expect(outcome.diagnostics.map(({ message }) => message)).toEqual([
    'console.log shows the value of the secret API_TOKEN; remove it.',
    'console.error shows the value of the secret API_TOKEN; remove it.',
  ]);
});
