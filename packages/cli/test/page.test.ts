import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startingPoints } from '@signup-actions/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageUpdate } from '../src/serve/page/page-update.ts';
import { createSignupHandler, type SignupHandler } from '../src/server.ts';
import { createFolder } from './command.ts';

const action = `exports.onExecutePreUserRegistration = async (event, api) => {
  api.cache.set('last', event.user.email ?? event.user.phone_number);
  console.log('for', event.secrets.KEY);
  if (event.request.body['ulp-code'] === 'wrong') {
    return api.access.deny('wrong code ' + event.secrets.KEY, 'Please check the code.');
  }
  api.user.setAppMetadata('key', event.secrets.KEY);
};
`;

let folder: string;
let handler: SignupHandler;
beforeAll(async () => {
  folder = createFolder({ 'gate.js': action });
  const tenant = join(folder, 'gate.js');
  handler = await createSignupHandler({ tenant, secrets: { KEY: 'sk-secret-4711' } });
});
afterAll(() => handler.close());
beforeEach(() => handler.reset());

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  handler.fetch(new Request(`http://localhost${path}`, init));

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const signUp = (from: string, fields: object): Promise<Response> =>
  post('/signup-actions/signups', { from, fields });

/** Opens a page; the function that it returns waits for an update like this. */
async function openPage(): Promise<
  (isRight: (update: PageUpdate) => boolean) => Promise<PageUpdate>
> {
  const { body } = await ask('/signup-actions/updates');
  const chunks = body!.pipeThrough(new TextDecoderStream()).values();
  let text = '';
  return async (isRight) => {
    for (;;) {
      const [message, ...rest] = text.split('\n\n');
      if (message !== undefined && rest.length > 0) {
        text = rest.join('\n\n');
        const update = JSON.parse(message.replace(/^data: /, '')) as PageUpdate;
        if (isRight(update)) return update;
      } else {
        text += (await chunks.next()).value ?? expect.fail('the server has ended the stream');
      }
    }
  };
}

const readUpdate = async (): Promise<PageUpdate> => (await openPage())(() => true);

const login = {
  email: 'ada@example.com',
  phone_number: '+12025550123',
  password: 'Correct-Horse-1',
};

it.each(['/', '/signup-actions/page.js', '/signup-actions/page.css'])(
  'serves %s, which may load nothing from elsewhere',
  async (path) => {
    const response = await ask(path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    expect(response.headers.get('strict-transport-security')).toBeNull();
    expect(await response.text()).not.toMatch(/\b(href|src)="(https?:)?\/\//);
  },
);

it('shows the fields that the Actions read, and every starting point', async () => {
  const { tenant, signups } = await readUpdate();

  expect(tenant).toMatchObject({ actions: ['gate'], fields: ['ulp-code'] });
  expect(tenant.starts.map(({ name }) => name)).toEqual(Object.keys(startingPoints));
  expect(signups).toEqual([]);
});

it.each(Object.keys(startingPoints))('signs a user up who comes by %s', async (from) => {
  const { tenant } = await readUpdate();
  const { login: name = 'email' } = tenant.starts.find((start) => start.name === from) ?? {};

  const { status } = await signUp(from, { [name]: login[name], password: login.password });

  expect(status).toBeLessThan(300);
  expect(handler.signups).toMatchObject([
    { status: 'allowed', event: { user: { [name]: login[name] } } },
  ]);
  const { allow_signup: allow } = handler.signups[0]!.event.request.body;
  expect(allow).toBe(from === 'otp-challenge' ? true : undefined);
  expect(JSON.stringify(handler.signups)).not.toContain(login.password);
});

it('shows what became of a signup in every channel, without the values of secrets', async () => {
  await signUp('universal-login', { ...login, 'ulp-code': 'wrong' });

  const { signups, cache } = await readUpdate();
  const [{ run, responses, event } = expect.fail('no signup')] = signups;
  expect(run.verdict).toMatchObject({ title: 'Denied', where: 'by gate' });
  expect(run.steps).toMatchObject([
    {
      status: 'refused',
      calls: [{ place: { line: 2 } }, { place: { line: 5 } }],
      console: { text: 'for [secret KEY]' },
    },
  ]);
  expect(run.log).toMatchObject([{ type: 'fs' }]);
  expect(cache).toMatchObject([{ key: 'last', value: 'ada@example.com' }]);
  expect(JSON.parse(event)).toMatchObject({ request: { body: { 'ulp-code': 'wrong' } } });
  expect(
    responses.map(({ channel, isOwn, status, grade }) => [channel, isOwn, status, grade]),
  ).toEqual([
    ['Login page', true, 400, 'documentation'],
    ['POST /dbconnections/signup', false, 400, 'observed'],
    ['Management API', false, 400, 'observed'],
    ['POST /passwordless/start', false, 400, 'our choice'],
    ['POST /otp/challenge', false, 400, 'our choice'],
  ]);
  expect(JSON.stringify(signups)).not.toContain('sk-secret');
});

it('shows the user as stored, and why no Action ran', async () => {
  await signUp('universal-login', login);
  await signUp('universal-login', login);
  await signUp('universal-login', { ...login, password: 'weak' });
  // This one's response contains the metadata.
  await signUp('management-api', { email: 'eve@example.com', password: login.password });

  const { signups } = await readUpdate();
  expect(signups.map(({ status, run }) => [status, run.verdict.lines[0]?.text])).toEqual([
    ['allowed', undefined],
    ['rejected', 'user-exists'],
    ['rejected', 'weak-password'],
    ['allowed', undefined],
  ]);
  const names = signups[0]?.run.user?.map(({ mark, name }) => `${mark} ${name}`);
  expect(names).toEqual(
    expect.arrayContaining(['  email', '+ user_id', '+ email_verified', '+ app_metadata.key']),
  );
  expect(JSON.stringify(signups)).not.toContain('sk-secret');
});

it('tells an open page of signups, of edits, and of what is forgotten', async () => {
  const waitFor = await openPage();
  await waitFor(({ tenant, signups }) => tenant.actions[0] === 'gate' && signups.length === 0);

  await signUp('api-signup', login);
  await waitFor(({ signups }) => signups[0]?.channel === 'POST /dbconnections/signup');
  writeFileSync(join(folder, 'gate.js'), 'exports.onExecutePreUserRegistration = (');
  await waitFor(({ tenant }) => tenant.error?.includes('gate.js') ?? false);
  writeFileSync(join(folder, 'gate.js'), action.replace('ulp-code', 'ulp-invite'));
  await waitFor(({ tenant }) => tenant.fields[0] === 'ulp-invite');
  writeFileSync(join(folder, 'gate.js'), action);
  const { oldest } = await waitFor(({ cache }) => cache.length > 0);
  await post('/signup-actions/reset', {});
  const forgotten = await waitFor(({ cache }) => cache.length === 0);
  expect(forgotten.oldest).toBeGreaterThan(oldest);
});

describe('other pages', () => {
  it('can neither sign up nor forget users without asking first', async () => {
    for (const path of ['signups', 'reset']) {
      const simple = { 'content-type': 'text/plain', origin: 'https://evil.example' };
      expect((await post(`/signup-actions/${path}`, {}, simple)).status).toBe(415);
      const asked = await ask(`/signup-actions/${path}`, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it.each(['/', '/signup-actions/updates'])(
    'cannot read %s by a name of their own',
    async (path) => {
      const response = await ask(path, { headers: { host: 'evil.example' } });

      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({
        message:
          'Users are not shown to the host evil.example. Use localhost, or start the server with --allow-host evil.example.',
      });
    },
  );
});

it('refuses a signup that begins nowhere', async () => {
  expect((await signUp('toString', login)).status).toBe(400);
  expect((await post('/signup-actions/signups', 'text')).status).toBe(400);
  expect((await signUp('api-signup', { ...login, email: 1 })).status).toBe(400);
});
