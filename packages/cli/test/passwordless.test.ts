import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSignupHandler, type SignupHandler } from '../src/server.ts';
import { createFolder } from './command.ts';

const action = `exports.onExecutePreUserRegistration = async (event, api) => {
  const login = event.user.email ?? event.user.phone_number;
  if (login === 'deny@example.com') return api.access.deny('on the list', 'Please write to us.');
  if (login === '+12025550000') throw new Error('no such country');
  api.user.setAppMetadata('plan', 'free');
};
`;

let handler: SignupHandler;
beforeAll(async () => {
  const folder = createFolder({ 'action.js': action });
  handler = await createSignupHandler({ tenant: join(folder, 'action.js') });
});
afterAll(() => handler.close());
beforeEach(() => handler.reset());

async function start(
  body: unknown,
  path = 'passwordless/start',
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await handler.fetch(
    new Request(`http://localhost/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://app.example' },
      body: JSON.stringify(body),
    }),
  );
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
  return { status: response.status, body: await response.json() };
}
const byEmail = { client_id: 'app', connection: 'email', email: 'ada@example.com', send: 'code' };
const bySms = { client_id: 'app', connection: 'sms', phone_number: '+12025550123' };

it.each([
  [byEmail, { email: 'ada@example.com', email_verified: false }],
  [bySms, { phone_number: '+12025550123', phone_verified: false }],
])('creates the user of %j, without metadata (M10)', async (body, login) => {
  const id: unknown = expect.stringMatching(/^[0-9a-f]{24}$/);

  expect(await start(body)).toEqual({ status: 200, body: { _id: id, ...login } });
  expect(handler.signups).toMatchObject([
    {
      status: 'allowed',
      event: { connection: { strategy: body.connection }, request: { body } },
      outcome: { diagnostics: [{ code: 'metadata-on-passwordless' }] },
    },
  ]);
  expect(handler.signups[0]?.event).not.toHaveProperty('transaction');
  expect(handler.signups[0]?.outcome).not.toHaveProperty('user.app_metadata.plan');
});

it('runs no Action when the user logs in again', async () => {
  const [first, second] = [await start(byEmail), await start(byEmail)];

  expect(second).toEqual(first);
  expect(handler.signups).toHaveLength(1);
});

it('shows no Action the secrets of the client', async () => {
  await start({ ...byEmail, client_secret: 'sk-client-4711', client_assertion: 'sk-assertion' });

  expect(JSON.stringify(handler.signups)).not.toContain('sk-');
});

it('tells a client what went wrong, but not why an Action refused', async () => {
  const answers = [];
  for (const body of [
    { ...byEmail, email: 'deny@example.com' },
    { ...bySms, phone_number: '+12025550000' },
    { ...byEmail, email: 'ada' },
    { ...bySms, phone_number: undefined, email: 'ada@example.com' },
    { ...byEmail, connection: 'Username-Password-Authentication' },
    { ...byEmail, client_id: undefined },
    'text',
  ]) {
    answers.push(await start(body));
  }

  expect(answers).toMatchInlineSnapshot(`
    [
      {
        "body": {
          "error": "extensibility_error",
          "error_description": "Please write to us.",
        },
        "status": 400,
      },
      {
        "body": {
          "error": "extensibility_error",
          "error_description": "Something went wrong. Please try again later.",
        },
        "status": 500,
      },
      {
        "body": {
          "error": "bad.email",
          "error_description": "Invalid body: email is not an email address.",
        },
        "status": 400,
      },
      {
        "body": {
          "error": "invalid_request",
          "error_description": "Invalid body: phone_number is missing.",
        },
        "status": 400,
      },
      {
        "body": {
          "error": "invalid_request",
          "error_description": "Invalid body: connection must be "email" or "sms".",
        },
        "status": 400,
      },
      {
        "body": {
          "error": "invalid_request",
          "error_description": "Invalid body: client_id must be a string that is not empty.",
        },
        "status": 400,
      },
      {
        "body": {
          "error": "invalid_request",
          "error_description": "Invalid body: connection must be "email" or "sms".",
        },
        "status": 400,
      },
    ]
  `);
  expect(handler.signups.map(({ status }) => status)).toEqual(['denied', 'failed']);
});

it('signs users up with a challenge only if it says so, and does not tell who was refused', async () => {
  const database = { ...byEmail, connection: 'Username-Password-Authentication' };
  const challenge = (body: object) => start(body, 'otp/challenge');
  const wrongCode = { status: 400, body: { error: 'invalid_request' } };

  expect(await challenge(database)).toMatchObject(wrongCode);
  expect(handler.signups).toEqual([]);
  const created = await challenge({ ...database, allow_signup: true });
  expect(created).toMatchObject({ status: 200, body: { _id: expect.any(String) } });
  expect(handler.signups).toMatchObject([
    {
      status: 'allowed',
      event: { request: { body: { allow_signup: true } } },
      outcome: { user: { app_metadata: { plan: 'free' } } },
    },
  ]);
  expect(await challenge(database)).toEqual(created);
  for (const more of [{ email: 'deny@example.com' }, { email: 'ada' }, { client_id: undefined }]) {
    expect(await challenge({ ...database, allow_signup: true, ...more })).toMatchObject(wrongCode);
  }
  expect(handler.signups.map(({ status }) => status)).toEqual(['allowed', 'denied']);
});
