import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSignupServer, type SignupServer } from '../src/server.ts';
import {
  createFolder,
  runSignupActions,
  spawnSignupActions,
  startSignupActions,
} from './command.ts';

const action = `exports.onExecutePreUserRegistration = async (event, api) => {
  const { email = '' } = event.user;
  const seen = Number(api.cache.get('seen')?.value ?? 0) + 1;
  api.cache.set('seen', String(seen));
  if (email.startsWith('deny')) return api.access.deny('on the list', 'Please write to us.');
  if (email.startsWith('invalid')) return api.validation.error('no_company', 'Please enter a company.');
  if (email.startsWith('throw')) throw new Error('lost ' + event.secrets.API_KEY);
  if (email.startsWith('exit')) process.exit(0);
  if (email.startsWith('abort')) process.abort();
  if (email.startsWith('hold')) {
    const { existsSync, writeFileSync } = require('node:fs');
    writeFileSync(__dirname + '/held', '');
    while (!existsSync(__dirname + '/go')) await new Promise((done) => setTimeout(done, 5));
  }
  if (email.startsWith('late')) setTimeout(() => api.access.deny('late', 'Too late.'), 20);
  api.user.setAppMetadata('plan', event.request.body['ulp-plan'] ?? 'free');
  api.user.setUserMetadata('seen', seen);
};
`;
const secrets = { API_KEY: 'sk-secret-4711' };
const form = { client_id: 'app', connection: 'Username-Password-Authentication' };
const password = 'Correct-Horse-1';

let folder: string;
let server: SignupServer;
beforeAll(async () => {
  folder = createFolder({ 'action.js': action });
  server = await startSignupServer({
    tenant: join(folder, 'action.js'),
    secrets,
    https: join(folder, 'certificate.pem'),
  });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

/** Without the network: the certificate is for real clients. */
async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await server.fetch(
    new Request(`http://localhost${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const signUp = (email: string, more: object = {}) =>
  post('/dbconnections/signup', { ...form, email, password, ...more });

describe('POST /dbconnections/signup', () => {
  it('creates the user with what the Actions set, and never shows the password', async () => {
    const { status, body } = await signUp('ada@example.com', { 'ulp-plan': 'team', name: 'Ada' });

    expect(status).toBe(200);
    expect(body).toEqual({
      _id: expect.stringMatching(/^[0-9a-f]{24}$/),
      email: 'ada@example.com',
      email_verified: false,
      name: 'Ada',
      user_metadata: { seen: 1 },
    });
    expect(server.signups).toMatchObject([
      { status: 'allowed', outcome: { user: { app_metadata: { plan: 'team' } } } },
    ]);
    expect(JSON.stringify(server.signups)).not.toContain(password);
  });

  it.each([
    ['deny@example.com', 400, 'on the list', 'Please write to us.'],
    ['invalid@example.com', 400, 'no_company', 'Please enter a company.'],
    ['throw@example.com', 500, 'Something went wrong. Please try again later.', undefined],
    ['exit@example.com', 500, 'Something went wrong. Please try again later.', undefined],
    ['late@example.com', 500, 'Something went wrong. Please try again later.', undefined],
  ])('creates no user for %s', async (email, expected, message, friendly) => {
    const { status, body } = await signUp(email);

    expect([status, body['message'], body['friendly_message']]).toEqual([
      expected,
      message,
      friendly,
    ]);
    expect(server.signups).toHaveLength(1);
    expect(JSON.stringify(server.signups)).not.toContain(secrets.API_KEY);
    expect(await signUp('next@example.com')).toMatchObject({ status: 200 });
    expect(await listUsers()).toHaveLength(1);
  });

  it.each([
    ['a body that is not JSON', '{', 'invalid_request'],
    ['a body that is a list', [], 'invalid_request'],
    ['no connection', { client_id: 'app', email: 'a@b.c', password }, 'invalid_request'],
    ['no client', { connection: 'x', email: 'a@b.c', password }, 'invalid_request'],
    ['no password', { ...form, email: 'a@b.c' }, 'invalid_request'],
    ['no user', { ...form, password }, 'invalid_request'],
    ['an address that is none', { ...form, email: 'ada', password }, 'invalid_request'],
    ['a name that is a number', { ...form, email: 'a@b.c', name: 1, password }, 'invalid_request'],
    [
      'metadata that is a list',
      { ...form, email: 'a@b.c', password, user_metadata: [] },
      'invalid_request',
    ],
    [
      'metadata with numbers',
      { ...form, email: 'a@b.c', password, user_metadata: { n: 1 } },
      'invalid_request',
    ],
    ['a weak password', { ...form, email: 'a@b.c', password: 'password' }, 'invalid_password'],
  ])('refuses %s', async (_, body, code) => {
    expect(await post('/dbconnections/signup', body)).toMatchObject({
      status: 400,
      body: { code },
    });
    expect(await listUsers()).toEqual([]);
  });

  it('refuses a second user of the same address, also at the same time', async () => {
    const done = await Promise.all(
      ['ada@example.com', 'ADA@example.com'].map((email) => signUp(email)),
    );

    expect(done.map(({ body }) => body['code'])).toEqual([undefined, 'user_exists']);
  });

  it('counts signups that arrive at the same time exactly', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => signUp(`a${index}@example.com`)));

    expect((await signUp('last@example.com')).body).toMatchObject({ user_metadata: { seen: 11 } });
  });

  it('signs up those who wait behind signups that end the process', async () => {
    const failed = [500, undefined];
    const names = ['a', 'abort-1', 'b', 'c', 'abort-2', 'abort-3', 'd'];
    const done = await Promise.all(names.map((name) => signUp(`${name}@example.com`)));

    expect(
      done.map(({ status, body }) => [
        status,
        (body['user_metadata'] as { seen: number } | undefined)?.seen,
      ]),
    ).toEqual([[200, 1], failed, [200, 2], [200, 3], failed, failed, [200, 4]]);
  });

  it('forgets the signup that is under way when it is reset', async () => {
    const held = signUp('hold@example.com');
    await expect.poll(() => existsSync(join(folder, 'held'))).toBe(true);
    server.reset();
    writeFileSync(join(folder, 'go'), '');

    expect((await held).body).toMatchObject({ code: 'user_exists' });
    expect(await listUsers()).toEqual([]);
    expect((await signUp('hold@example.com')).body).toMatchObject({ user_metadata: { seen: 1 } });
  });

  it('takes a form too, and refuses a body that is too large', async () => {
    const body = new URLSearchParams({ ...form, email: 'ada@example.com', password }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };

    expect(await post('/dbconnections/signup', body, type)).toMatchObject({ status: 200 });
    const other = body.replace('ada%40', 'bob%40');
    const spelled = { 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=UTF-8' };
    expect(await post('/dbconnections/signup', other, spelled)).toMatchObject({ status: 200 });
    expect(await signUp('big@example.com', { name: 'x'.repeat(1_100_000) })).toMatchObject({
      status: 413,
    });
  });
});

it('uses an edited Action without losing users, and creates none while it is broken', async () => {
  await signUp('ada@example.com');
  const file = join(folder, 'action.js');
  try {
    writeFileSync(file, 'exports.onExecutePreUserRegistration = async (event, api) => {');
    expect(await signUp('bob@example.com')).toMatchObject({ status: 500 });
    writeFileSync(file, action.replace("'free'", "'new'"));
    await signUp('eve@example.com');
  } finally {
    writeFileSync(file, action);
  }

  expect(server.signups.map(({ status }) => status)).toEqual(['allowed', 'error', 'allowed']);
  expect(await listUsers()).toMatchObject([
    { app_metadata: { plan: 'free' } },
    { app_metadata: { plan: 'new' } },
  ]);
});

it('manages users only with a token', async () => {
  expect(await post('/api/v2/users', {})).toMatchObject({ status: 401 });
});

/** Runs a program with the vendor's client, which trusts the certificate as a user would make it. */
async function runClient(program: string): Promise<unknown> {
  const test = fileURLToPath(new URL('client.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program],
    {
      cwd: join(test, '..'),
      env: {
        DOMAIN: new URL(server.url).host,
        NODE_EXTRA_CA_CERTS: join(folder, 'certificate.pem'),
      },
    },
  );
  return JSON.parse(stdout);
}

const listUsers = async (): Promise<unknown[]> => {
  const { body } = await post('/oauth/token', { grant_type: 'client_credentials' });
  const response = await server.fetch(
    new Request('http://localhost/api/v2/users', {
      headers: { authorization: `Bearer ${String(body['access_token'])}` },
    }),
  );
  return (await response.json()) as unknown[];
};

const emails = ['ada', 'deny', 'invalid', 'throw', 'ada', 'weak', 'malformed'];

describe('the clients of the vendor', () => {
  it('sign up with AuthenticationClient', async () => {
    const results = await runClient(`
      import { AuthenticationClient } from 'auth0/legacy';
      const client = new AuthenticationClient({ domain: process.env.DOMAIN, clientId: 'app' });
      const results = [];
      for (const name of ${JSON.stringify(emails)}) {
        const email = name === 'malformed' ? 'nobody' : name + '@example.com';
        const password = name === 'weak' ? 'weak' : '${password}';
        results.push(await client.database
          .signUp({ email, password, connection: '${form.connection}' })
          .then(({ data }) => data.email, ({ statusCode, body }) => {
            const { code, message, friendly_message } = JSON.parse(body);
            return [statusCode, code, message, friendly_message];
          }));
      }
      console.log(JSON.stringify(results));
    `);

    expect(results).toMatchInlineSnapshot(`
      [
        "ada@example.com",
        [
          400,
          "extensibility_error",
          "on the list",
          "Please write to us.",
        ],
        [
          400,
          "extensibility_error",
          "no_company",
          "Please enter a company.",
        ],
        [
          500,
          null,
          "Something went wrong. Please try again later.",
          null,
        ],
        [
          400,
          "user_exists",
          "The user already exists.",
          null,
        ],
        [
          400,
          "invalid_password",
          "Password is too weak",
          null,
        ],
        [
          400,
          "invalid_request",
          "Invalid body: email is not an email address.",
          null,
        ],
      ]
    `);
  });

  it('sign up and start without a password with AuthClient', async () => {
    const results = await runClient(`
      import { AuthClient } from '@auth0/auth0-auth-js';
      const client = new AuthClient({
        domain: process.env.DOMAIN, clientId: 'app', clientSecret: 'any',
      });
      const results = [];
      const add = (promise) => promise.then(
        (user) => results.push(user?.email ?? 'started'),
        ({ cause }) => results.push([cause.error, cause.error_description]),
      );
      for (const name of ${JSON.stringify(emails)}) {
        const email = name === 'malformed' ? 'nobody' : name + '@example.com';
        const password = name === 'weak' ? 'weak' : '${password}';
        await add(client.database.signUp({ email, password, connection: '${form.connection}' }));
      }
      for (const email of ['eve@example.com', 'eve@example.com', 'deny@example.com', 'nobody']) {
        await add(client.passwordless.sendEmail({ email, send: 'code' }));
      }
      await add(client.passwordless.sendSms({ phoneNumber: '+12025550123' }));
      console.log(JSON.stringify(results));
    `);

    expect(results).toMatchInlineSnapshot(`
      [
        "ada@example.com",
        [
          "extensibility_error",
          "on the list",
        ],
        [
          "extensibility_error",
          "no_company",
        ],
        [
          "unknown_error",
          "Failed to sign up",
        ],
        [
          "user_exists",
          "The user already exists.",
        ],
        [
          "invalid_password",
          "",
        ],
        [
          "invalid_request",
          "Invalid body: email is not an email address.",
        ],
        "started",
        "started",
        [
          "extensibility_error",
          "Please write to us.",
        ],
        [
          "bad.email",
          "Invalid body: email is not an email address.",
        ],
        "started",
      ]
    `);
  });

  it('manage users with ManagementClient', async () => {
    const results = await runClient(`
      import { ManagementClient } from 'auth0';
      const { users } = new ManagementClient({
        domain: process.env.DOMAIN, clientId: 'app', clientSecret: 'any',
      });
      const results = [];
      for (const name of ${JSON.stringify(emails)}) {
        const email = name === 'malformed' ? 'nobody' : name + '@example.com';
        const password = name === 'weak' ? 'weak' : '${password}';
        results.push(await users
          .create({ email, password, connection: '${form.connection}' })
          .then((user) => user.email, ({ statusCode, body }) => [statusCode, body.message]));
      }
      const [{ user_id }] = await users.listUsersByEmail({ email: 'ada@example.com' });
      await users.update(user_id, { app_metadata: { plan: null, seats: 2 } });
      results.push((await users.get(user_id)).app_metadata);
      await users.delete(user_id);
      results.push(await users.get(user_id).catch(({ statusCode }) => statusCode));
      console.log(JSON.stringify(results));
    `);

    expect(results).toMatchInlineSnapshot(`
      [
        "ada@example.com",
        [
          400,
          "Sandbox error",
        ],
        [
          400,
          "Sandbox error",
        ],
        [
          400,
          "Sandbox error",
        ],
        [
          409,
          "The user already exists.",
        ],
        [
          400,
          "PasswordStrengthError: Password is too weak",
        ],
        [
          400,
          "Invalid body: email is not an email address.",
        ],
        {
          "seats": 2,
        },
        404,
      ]
    `);
  });
});

describe('signup-actions serve', () => {
  it('says which Action refused, and in which one it failed', async () => {
    let printed = '';
    let interrupt = (): void => {};
    const status = startSignupActions(folder, ['serve', 'action.js', '--port', '0'], {
      onPrint: (text) => void (printed += text),
      onInterrupt: (listener) => void (interrupt = () => listener('SIGINT')),
    });
    await expect.poll(() => printed).toContain('Press Ctrl+C');
    const [url = ''] = /http:\/\/[\d.:]+/.exec(printed) ?? [];
    for (const email of ['deny@example.com', 'throw@example.com']) {
      const body = JSON.stringify({ ...form, email, password });
      await fetch(`${url}/dbconnections/signup`, { method: 'POST', body });
    }
    interrupt();
    await status;

    expect(printed).toContain('400 DENIED by action  deny@example.com');
    expect(printed).toContain('500 FAILED in action  throw@example.com');
  });

  it('prints a line for each signup, and ends at once when it is interrupted', async () => {
    const lines: string[] = [];
    let interrupt = (): void => {};
    let tell = (): void => {};
    const next = () => new Promise<void>((resolve) => (tell = resolve));
    const listening = next();
    const args = [
      'serve',
      'action.js',
      '--port',
      '0',
      '--json',
      '--secret',
      'API_KEY=sk-secret-4711',
    ];
    const status = startSignupActions(folder, args, {
      onPrint(text) {
        lines.push(text);
        tell();
      },
      onInterrupt: (listener) => void (interrupt = () => listener('SIGINT')),
    });
    await listening;
    const { url } = JSON.parse(lines[0] ?? '') as { url: string };
    await fetch(`${url}/dbconnections/signup`, {
      method: 'POST',
      body: JSON.stringify({ ...form, email: 'throw@example.com', password }),
    });
    // Half of a request.
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write('POST /dbconnections/signup HTTP/1.1\r\n');
    interrupt();

    expect(await status).toBe(130);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      type: 'signup',
      user: 'throw@example.com',
      status: 'failed',
      httpStatus: 500,
    });
    expect(lines.join('')).not.toContain(secrets.API_KEY);
  });

  it('keeps users, cache and signups in a file, also if it is killed', async () => {
    const args = ['serve', 'action.js', '--port', '0', '--json', '--data', 'users.db'];
    const withServer = async (use: (url: string) => Promise<void>): Promise<void> => {
      const child = spawnSignupActions(folder, ...args, '--secret', 'API_KEY=sk-secret-4711');
      const ended = once(child, 'exit');
      try {
        const [line] = (await once(child.stdout!, 'data')) as [Buffer];
        await use((JSON.parse(String(line)) as { url: string }).url);
      } finally {
        child.kill('SIGKILL');
        await ended;
      }
    };
    const send = async (url: string, email: string): Promise<unknown> => {
      const body = JSON.stringify({ ...form, email, password });
      return (await fetch(`${url}/dbconnections/signup`, { method: 'POST', body })).json();
    };

    await withServer(async (url) => {
      expect(await send(url, 'ada@example.com')).toMatchObject({ user_metadata: { seen: 1 } });
      // Another server must not use the file at the same time.
      const second = await runSignupActions(folder, ...args, '--secret', 'API_KEY=x');
      expect(second).toMatchObject({ status: 2, stderr: expect.stringContaining('locked') });
    });
    await withServer(async (url) => {
      expect(await send(url, 'ada@example.com')).toMatchObject({ code: 'user_exists' });
      expect(await send(url, 'bob@example.com')).toMatchObject({ user_metadata: { seen: 2 } });
    });
  });

  it.each([
    [['serve', 'missing.js'], 'missing.js'],
    [['serve', 'action.js', '--port', '70000'], 'from 0 to 65535'],
    [['serve', 'action.js', '--host', '192.0.2.1', '--port', '0'], 'Failed to listen on 192.0.2.1'],
  ])('ends with status 2 for %j', async (args, message) => {
    let printed = '';
    const status = await startSignupActions(folder, args, { onPrint: (text) => (printed += text) });

    expect(status).toBe(2);
    expect(printed).toContain(message);
  });
});

it('a callback that throws does not change the signup', async () => {
  const thrown: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.once('uncaughtException', (error) => void thrown.push(error));
  const own = await startSignupServer({
    tenant: join(folder, 'action.js'),
    secrets,
    onSignup() {
      throw new Error('broken callback');
    },
  });
  const response = await fetch(`${own.url}/dbconnections/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...form, email: 'ada@corp.example', password }),
  });
  const statuses = own.signups.map(({ status }) => status);
  await own.close();
  for (const listener of listeners) process.on('uncaughtException', listener);

  expect({ status: response.status, statuses, thrown }).toEqual({
    status: 200,
    statuses: ['allowed'],
    thrown: [new Error('broken callback')],
  });
});
