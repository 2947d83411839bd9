import { createRuntime, type Action, type Outcome } from '@signup-actions/runtime-core';
import { signupActions, type SignupActionsOptions } from '@signup-actions/better-auth';
import type { BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { createTestAuth } from './create-test-auth.ts';

const deny: Action['handler'] = async (_event, api) => {
  api.access.deny('a reason', 'Not today.');
};

const toActions = (handler: Action['handler']): readonly Action[] => [{ name: 'test', handler }];

async function start(
  options: Action['handler'] | SignupActionsOptions,
  more: BetterAuthOptions = {},
) {
  const signupOptions = typeof options === 'function' ? { actions: toActions(options) } : options;
  const auth = await createTestAuth(signupOptions, more);
  onTestFinished(() => auth.close());
  return auth;
}

it('allowed: stores both kinds of metadata and the chosen id, and clients do not get app metadata', async () => {
  const auth = await start(async (_event, api) => {
    api.user.setUserId('cus_7').user.setUserMetadata('plan', 'free').user.setAppMetadata('tier', 1);
  });

  const { status, body } = await auth.signUp('ada@example.com');

  expect(status).toBe(200);
  expect(body['user']).toMatchObject({ id: 'cus_7', userMetadata: { plan: 'free' } });
  expect(JSON.stringify(body)).not.toContain('tier');
  expect(auth.users()).toMatchObject([
    { id: 'cus_7', userMetadata: '{"plan":"free"}', appMetadata: '{"tier":1}' },
  ]);
});

it.each([
  ['serial', 'cus_7', undefined],
  ['serial', '1e3', undefined],
  ['serial', '0', undefined],
  ['serial', '7', '7'],
  ['uuid', 'cus_7', undefined],
  ['uuid', '0190C3F0-7B1E-4D3A-8F2B-000000000001', undefined],
  ['uuid', '0190c3f0-7b1e-4d3a-8f2b-000000000001', '0190c3f0-7b1e-4d3a-8f2b-000000000001'],
] as const)(
  'with ids that are %s, the id %s that an Action sets is stored or refuses the user',
  async (generateId, id, stored) => {
    const outcomes: Outcome[] = [];
    const options = {
      actions: toActions(async (_event, api) => void api.user.setUserId(id)),
      onOutcome: (outcome: Outcome) => void outcomes.push(outcome),
    };
    const auth = await start(options, { advanced: { database: { generateId } } });

    await auth.signUp('ada@example.com');

    const ids = auth.users().map((user) => String(user['id']));
    if (stored !== undefined) {
      expect(ids).toEqual([stored]);
      return;
    }
    expect(ids).toEqual([]);
    expect(outcomes).toMatchObject([
      {
        status: 'failed',
        failure: { kind: 'platform_error', error: { name: 'InexpressibleError' } },
      },
    ]);
  },
);

it('a log of an id that cannot be stored shows no secret', async () => {
  const outcomes: Outcome[] = [];
  const options = {
    actions: [
      {
        name: 'test',
        secrets: { KEY: 'hunter2hunter2' },
        handler: (async ({ secrets }, api) =>
          api.user.setUserId(`${secrets['KEY']}`)) as Action['handler'],
      },
    ],
    onOutcome: (outcome: Outcome) => void outcomes.push(outcome),
  };
  const auth = await start(options, { advanced: { database: { generateId: 'serial' } } });

  await auth.signUp('ada@example.com');

  expect(outcomes).toMatchObject([{ status: 'failed' }]);
  expect(JSON.stringify(outcomes)).not.toContain('hunter2hunter2');
});

it('denied, invalid and failed are errors of Better Auth, with the message for the user only', async () => {
  const respond = async (handler: Action['handler']) => {
    const auth = await start(handler);
    const { status, body } = await auth.signUp('ada@example.com');
    expect(auth.users()).toEqual([]);
    return { status, body };
  };

  expect(await respond(deny)).toMatchInlineSnapshot(`
    {
      "body": {
        "code": "SIGNUP_DENIED",
        "message": "Not today.",
      },
      "status": 403,
    }
  `);
  expect(
    await respond(async (_event, api) => {
      api.validation.error('phone_missing', 'Please give a number.');
    }),
  ).toMatchInlineSnapshot(`
    {
      "body": {
        "code": "SIGNUP_INVALID",
        "message": "Please give a number.",
      },
      "status": 400,
    }
  `);
  expect(await respond(() => Promise.reject(new Error('down')))).toMatchInlineSnapshot(`
    {
      "body": {
        "code": "SIGNUP_FAILED",
        "message": "Something went wrong. Please try again later.",
      },
      "status": 500,
    }
  `);
});

it('shows the code that an Action gave a validation error if the host asks for it', async () => {
  const actions = toActions(async (_event, api) => {
    api.validation.error('phone_missing', 'Please give a number.');
  });
  const auth = await start({ actions, include: ['code'] });

  expect((await auth.signUp('ada@example.com')).body).toMatchObject({ code: 'phone_missing' });
});

it('code of the server gets the same as an error of the API', async () => {
  const { auth } = await start(deny);
  const body = { email: 'ada@example.com', name: 'Ada', password: 'correct horse' };

  await expect(auth.api.signUpEmail({ body })).rejects.toMatchObject({
    statusCode: 403,
    body: { code: 'SIGNUP_DENIED', message: 'Not today.' },
  });
});

it.each([
  ['verifies addresses', { enabled: true, requireEmailVerification: true }],
  ['does not sign in', { enabled: true, autoSignIn: false }],
])('a denial does not look like success where sign-up %s', async (_, emailAndPassword) => {
  const auth = await start(deny, { emailAndPassword });

  expect(await auth.signUp('ada@example.com')).toMatchObject({
    status: 400,
    body: { code: 'SIGNUP_DENIED', message: 'Not today.' },
  });
  expect(auth.users()).toEqual([]);
});

it.each([
  ['tells who is registered', { enabled: true }, 422],
  ['does not tell who is registered', { enabled: true, autoSignIn: false }, 200],
])(
  'where sign-up %s, attempts for a registered address count',
  async (_, emailAndPassword, repeated) => {
    let attempts = 0;
    const handler: Action['handler'] = async (_event, api) => {
      attempts += 1;
      if (attempts > 2) api.access.deny('too many', 'Come back later.');
    };
    const auth = await start(handler, { emailAndPassword });

    expect((await auth.signUp('ada@example.com')).status).toBe(200);
    expect((await auth.signUp('ADA@example.com')).status).toBe(repeated);
    // From now on, the response does not say who is registered.
    const refused = await auth.signUp('ada@example.com');
    expect(refused.body).toEqual({ code: 'SIGNUP_DENIED', message: 'Come back later.' });
    expect(await auth.signUp('bob@example.com')).toEqual(refused);
    const body = { email: 'ada@example.com', name: 'Ada', password: 'correct horse' };
    await expect(auth.auth.api.signUpEmail({ body })).rejects.toMatchObject({
      body: { code: 'SIGNUP_DENIED' },
    });
    expect(attempts).toBe(5);
    expect(auth.users()).toHaveLength(1);
  },
);

it('a request that Better Auth itself rejects does not run the flow', async () => {
  let runs = 0;
  const auth = await start(async () => void (runs += 1));

  expect((await auth.signUp('no address')).status).toBe(400);
  expect((await auth.signUp('ada@example.com', { password: 'short' })).status).toBe(400);
  expect(runs).toBe(0);
});

it('clients cannot write metadata', async () => {
  const auth = await start(async (_event, api) => {
    api.user.setAppMetadata('plan', 'free');
  });
  const forged = { appMetadata: { plan: 'team' }, userMetadata: { plan: 'team' } };

  expect((await auth.signUp('eve@example.com', forged)).status).toBe(400);
  expect((await auth.signUp('ada@example.com')).status).toBe(200);
  expect((await auth.send('/update-user', forged)).status).toBe(400);
  expect(auth.users()).toMatchObject([{ appMetadata: '{"plan":"free"}', userMetadata: '{}' }]);
});

it('Actions get what Better Auth knows, and no field of the form that may be a credential', async () => {
  const events: unknown[] = [];
  const auth = await start(async (event) => void events.push(event));

  await auth.signUp(
    'Ada@example.com',
    { otp: '123456' },
    { 'user-agent': 'test', host: 'a.example' },
  );

  expect(events).toMatchInlineSnapshot(`
    [
      {
        "configuration": {},
        "connection": {
          "id": "auth0",
          "name": "auth0",
          "strategy": "auth0",
        },
        "request": {
          "body": {
            "email": "Ada@example.com",
            "name": "Ada",
          },
          "geoip": {},
          "hostname": "a.example",
          "ip": "192.0.2.7",
          "method": "POST",
          "user_agent": "test",
        },
        "secrets": {},
        "tenant": {
          "id": "better-auth",
        },
        "user": {
          "app_metadata": {},
          "email": "ada@example.com",
          "name": "Ada",
          "user_metadata": {},
        },
      },
    ]
  `);
});

it('the host names the fields of its form', async () => {
  const bodies: unknown[] = [];
  const actions = toActions(async ({ request }) => void bodies.push(request.body));
  const auth = await start({ actions, bodyFields: ['company', 'size'] });

  await auth.signUp('ada@example.com', { company: 'Corp' });

  expect(bodies).toEqual([{ company: 'Corp' }]);
});

it('the host changes the event', async () => {
  const seen: unknown[] = [];
  const actions = toActions(
    async ({ tenant, request }) => void seen.push(tenant.id, request.geoip),
  );
  const auth = await start({
    actions,
    toEvent: (event, { path, headers }) => ({
      ...event,
      tenant: { id: `acme ${path}` },
      request: { ...event.request, geoip: { countryCode: headers?.get('x-country') ?? 'none' } },
    }),
  });

  await auth.signUp('ada@example.com', {}, { 'x-country': 'CH' });

  expect(seen).toEqual(['acme /sign-up/email', { countryCode: 'CH' }]);
});

it.each<[string, Partial<SignupActionsOptions>]>([
  [
    'toEvent throws',
    {
      actions: [],
      toEvent: () => {
        throw new Error('down');
      },
    },
  ],
  ['decide rejects', { decide: () => Promise.reject(new Error('down')) }],
  [
    'decide throws',
    {
      decide: () => {
        throw new Error('down');
      },
    },
  ],
  ['decide returns nothing', { decide: async () => undefined as never }],
  ['decide returns another status', { decide: async () => ({ status: 'ok' }) as never }],
])('the signup fails if %s', async (_, options) => {
  const outcomes: Outcome[] = [];
  const onOutcome = (outcome: Outcome) => outcomes.push(outcome);
  const auth = await start({ ...options, onOutcome } as SignupActionsOptions);

  expect(await auth.signUp('ada@example.com')).toMatchObject({
    status: 500,
    body: { code: 'SIGNUP_FAILED', message: 'Something went wrong. Please try again later.' },
  });
  expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'platform_error' } }]);
  expect(auth.users()).toEqual([]);
});

it('runs flows elsewhere', async () => {
  const runtime = createRuntime();
  const auth = await start({ decide: (event) => runtime.run({ event, actions: toActions(deny) }) });

  expect((await auth.signUp('ada@example.com')).status).toBe(403);
});

it.each([
  [
    'throws',
    () => {
      throw new Error('full');
    },
  ],
  ['rejects', () => Promise.reject(new Error('full'))],
])('a log that %s changes nothing', async (_, onOutcome) => {
  const admitting = await start({ actions: [], onOutcome });
  const refusing = await start({ actions: toActions(deny), onOutcome });

  expect((await admitting.signUp('ada@example.com')).status).toBe(200);
  expect((await refusing.signUp('ada@example.com')).status).toBe(403);
});

it('keeps the cache, and reports diagnostics', async () => {
  const codes: string[] = [];
  const actions = toActions(async (_event, api) => {
    const count = Number(api.cache.get('count')?.value ?? 0) + 1;
    api.cache.set('count', String(count));
    if (count > 1) api.access.deny('second', '');
  });
  const auth = await start({ actions, onDiagnostic: ({ code }) => void codes.push(code) });

  expect((await auth.signUp('ada@example.com')).status).toBe(200);
  expect((await auth.signUp('bob@example.com')).status).toBe(403);
  expect(codes).toContain('deny-without-user-message');
});

it.each([[{}], [{ actions: undefined }], [{ actions: 'all' }], [{ decide: true }]])(
  'Better Auth does not start without Actions: %j',
  (options) => {
    expect(() => signupActions(options as never)).toThrowErrorMatchingInlineSnapshot(`
      [TypeError: Failed to create the plugin: it needs the option \`actions\` or \`decide\` but received neither.
      Pass \`actions: []\` if no Action is to run yet.]
    `);
  },
);

it('Better Auth adds a column for each kind of metadata', async () => {
  const { compileMigrations } = await getMigrations({
    database: new DatabaseSync(':memory:'),
    plugins: [signupActions({ actions: [] })],
  });

  expect((await compileMigrations()).split(';')[0]).toMatch(
    /"userMetadata" text, "appMetadata" text\)$/,
  );
});

it.each([[{}], [{ autoSignIn: false }]])(
  'a registered address takes as many hashes as a new one, which clients could measure: %j',
  async (more) => {
    let hashes = 0;
    const hash = async (): Promise<string> => `hash ${(hashes += 1)}`;
    const verify = async (): Promise<boolean> => false;
    const emailAndPassword = { enabled: true, password: { hash, verify }, ...more };
    const auth = await start({ actions: [] }, { emailAndPassword });

    await auth.signUp('ada@example.com');
    expect(hashes).toBe(1);
    await auth.signUp('ada@example.com');
    expect(hashes).toBe(2);
  },
);
