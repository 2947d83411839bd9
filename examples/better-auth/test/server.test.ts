import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { startFlows } from '../src/flows.ts';
import { startServer } from '../src/start-server.ts';

const examples = fileURLToPath(new URL('../../', import.meta.url));
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A server over real HTTP; `code` takes the place of the tenant's last Action. */
async function start({ code, showCodes = false }: { code?: string; showCodes?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-better-auth-'));
  cpSync(join(examples, 'tenant'), folder, { recursive: true });
  if (code !== undefined) writeFileSync(join(folder, 'actions/tag-plan/code.js'), code);
  const logged: string[] = [];
  const flows = await startFlows({
    folder,
    secretsFile: join(examples, 'tenant.env'),
    log: () => {},
    maxMemoryMb: 64,
    timeoutMs: 1_000,
  });
  const database = new DatabaseSync(':memory:');
  const server = await startServer({
    port: 0,
    secret: 'b2f3c1d4e5a69788796a5b4c3d2e1f00',
    database,
    flows,
    log: (line) => logged.push(line),
    showCodes,
  });
  closers.push(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const post = async (body: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(server.url, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  return {
    logged,
    post,
    users: () => database.prepare('select * from user').all(),
    signUp: (email: string) =>
      post(JSON.stringify({ email, name: 'Ada', password: 'correct horse battery' })),
  };
}

const action = (body: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => { ${body} };`;

it('allowed: metadata and the chosen id are stored, and app metadata stays inside', async () => {
  const code = action(`
    api.user.setUserId('cus_7');
    api.user.setUserMetadata('plan', 'free');
    api.user.setAppMetadata('tier', 1);`);
  const { signUp, users, logged } = await start({ code });

  const { status, body } = await signUp('ada@example.com');

  expect(status).toBe(200);
  expect(body['user']).toMatchObject({ id: 'cus_7', userMetadata: { plan: 'free' } });
  expect(JSON.stringify(body)).not.toContain('tier');
  expect(users()).toMatchObject([
    {
      id: 'cus_7',
      email: 'ada@example.com',
      userMetadata: '{"plan":"free"}',
      appMetadata: '{"tier":1}',
    },
  ]);
  expect(logged).toEqual(['ss pre-user-registration: admitted']);
});

it('denied: 403 with the message for the person, and the reason in the log only', async () => {
  const { signUp, users, logged } = await start();

  expect(await signUp('mallory@mail.disposable.example')).toEqual({
    status: 403,
    body: { message: 'Please sign up with your work address.' },
  });
  expect(users()).toEqual([]);
  expect(logged).toEqual([
    'fs pre-user-registration: disposable e-mail domain mail.disposable.example',
  ]);
});

it('invalid: 400 with the message, and the code only where the host asks', async () => {
  const code = action(`api.validation.error('phone_missing', 'Please give a phone number.');`);
  const plain = await start({ code });
  const open = await start({ code, showCodes: true });

  expect(await plain.signUp('ada@example.com')).toEqual({
    status: 400,
    body: { message: 'Please give a phone number.' },
  });
  expect(await open.signUp('ada@example.com')).toMatchObject({ body: { code: 'phone_missing' } });
  expect([...plain.users(), ...open.users()]).toEqual([]);
});

it('failed: a generic 500, and the cause in the log only', async () => {
  const code = action(`throw new Error('the list is not reachable');`);
  const { signUp, users, logged } = await start({ code });

  expect(await signUp('ada@example.com')).toEqual({
    status: 500,
    body: { message: 'Something went wrong. Please try again later.' },
  });
  expect(users()).toEqual([]);
  expect(logged).toContain('actions_execution_failed tag-plan: Error: the list is not reachable');
});

it('counts attempts over several signups', async () => {
  const { signUp } = await start();
  const statuses: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    statuses.push((await signUp(`ada${attempt}@example.com`)).status);
  }

  expect(statuses).toEqual([200, 200, 200, 200, 200, 403]);
});

const once = (body: string): string =>
  action(`if (event.user.email.startsWith('mallory')) { ${body} }`);

it.each([
  ['never ends', once('for (;;);')],
  ['waits for ever', once('await new Promise(() => {});')],
  [
    'uses up its memory',
    once('const all = []; for (;;) all.push(new Array(1000).fill(all.length));'),
  ],
  ['ends its process', once('process.exit(0);')],
  [
    'throws in a timer',
    once("setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});"),
  ],
  [
    'leaves a rejection',
    once("void Promise.reject(new Error('floating')); await new Promise(() => {});"),
  ],
])('an Action that %s refuses that signup, and the next one works', async (_, code) => {
  const { signUp, users } = await start({ code });

  expect(await signUp('mallory@example.com')).toMatchObject({
    status: 500,
    body: { message: 'Something went wrong. Please try again later.' },
  });
  expect(await signUp('ada@example.com')).toMatchObject({ status: 200 });
  expect(users()).toHaveLength(1);
});

it('a body that is too large, and one that is no JSON, are refused, and the next signup works', async () => {
  const { post, signUp, users } = await start();

  expect(await post(JSON.stringify({ email: 'x'.repeat(100_000) }))).toMatchObject({ status: 413 });
  const { status } = await post('{"email": ');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(await signUp('ada@example.com')).toMatchObject({ status: 200 });
  expect(users()).toHaveLength(1);
});

it('a tenant whose Actions cannot be read stops the start', async () => {
  await expect(start({ code: 'this is no JavaScript' })).rejects.toThrow(
    'the Actions of the tenant cannot be read',
  );
});
