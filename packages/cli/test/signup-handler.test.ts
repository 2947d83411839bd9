import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import {
  createSignupHandler,
  startSignupServer,
  type SignupHandler,
  type SignupHandlerOptions,
} from '../src/server.ts';
import { createFolder } from './command.ts';

const toAction = (plan: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', ${plan});
};
`;

const open: SignupHandler[] = [];
afterEach(() => Promise.all(open.splice(0).map((handler) => handler.close())));

async function create(options: SignupHandlerOptions): Promise<SignupHandler> {
  const handler = await createSignupHandler(options);
  open.push(handler);
  return handler;
}

const toForm = (email: string, more: object = {}): string =>
  JSON.stringify({
    client_id: 'app',
    connection: 'Username-Password-Authentication',
    password: 'Correct-Horse-1',
    email,
    ...more,
  });

const send = (handler: SignupHandler, body: NonNullable<RequestInit['body']>): Promise<Response> =>
  handler.fetch(
    new Request('http://localhost/dbconnections/signup', { method: 'POST', body, duplex: 'half' }),
  );

/** Signs a user up, and returns the plan that the Action has set. */
async function readPlan(handler: SignupHandler, email: string): Promise<unknown> {
  const { user_metadata: metadata } = (await (await send(handler, toForm(email))).json()) as {
    user_metadata: { plan: unknown };
  };
  return metadata.plan;
}

it('uses an edited secret from the next signup on, and users stay', async () => {
  const folder = createFolder({
    'action.js': toAction('event.secrets.PLAN.length'),
    'secrets.env': 'PLAN=first\n',
  });
  const [tenant, envFile] = [join(folder, 'action.js'), join(folder, 'secrets.env')];
  const handler = await create({ tenant, envFile });

  expect(await readPlan(handler, 'ada@example.com')).toBe(5);
  writeFileSync(envFile, 'PLAN=longer\n');
  expect(await readPlan(handler, 'bob@example.com')).toBe(6);
  expect((await send(handler, toForm('ada@example.com'))).status).toBe(400);
});

it('uses an Action that an export binds later, and users stay', async () => {
  const toExport = (...names: readonly string[]): string =>
    JSON.stringify({
      'pre-user-registration': names.map((name) => ({ action_name: name, display_name: name })),
    });
  const toDeclaration = (name: string): string =>
    JSON.stringify({
      name,
      code: `./actions/${name}/code.js`,
      supported_triggers: [{ id: 'pre-user-registration', version: 'v2' }],
    });
  const folder = createFolder({
    'actions/first/code.js': toAction('"first"'),
    'actions/first.json': toDeclaration('first'),
    'triggers/triggers.json': toExport('first'),
  });
  const handler = await create({ tenant: folder });

  expect(await readPlan(handler, 'ada@example.com')).toBe('first');
  mkdirSync(join(folder, 'actions/second'));
  writeFileSync(join(folder, 'actions/second/code.js'), toAction('"second"'));
  writeFileSync(join(folder, 'actions/second.json'), toDeclaration('second'));
  writeFileSync(join(folder, 'triggers/triggers.json'), toExport('first', 'second'));
  expect(await readPlan(handler, 'bob@example.com')).toBe('second');
  expect((await send(handler, toForm('ada@example.com'))).status).toBe(400);
});

it('refuses a body that is too large, whether or not it says so, and then signs the next user up', async () => {
  const handler = await create({ tenant: join(createFolder({ 'a.js': toAction('1') }), 'a.js') });
  const large = toForm('ada@example.com', { name: 'x'.repeat(1_000_000) });

  expect((await send(handler, large)).status).toBe(413);
  expect((await send(handler, new Blob([large]).stream())).status).toBe(413);
  expect(await readPlan(handler, 'ada@example.com')).toBe(1);
});

it('ends a request that arrives too slowly with 408, and signs others up meanwhile', async () => {
  const tenant = join(createFolder({ 'action.js': toAction('1') }), 'action.js');
  const server = await startSignupServer({ tenant, maxRequestMs: 200 });
  open.push(server);
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /dbconnections/signup HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{',
  );

  expect(await readPlan(server, 'ada@example.com')).toBe(1);
  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 408 /);
  expect(server.signups).toHaveLength(1);
});

it('shows users only to hosts of this machine, so that no page can rebind its name', async () => {
  const tenant = join(createFolder({ 'action.js': toAction('1') }), 'action.js');
  const handler = await create({ tenant, allowedHosts: ['auth.test', 'MyBox.test'] });
  const ask = async (host: string): Promise<number> => {
    const response = await handler.fetch(
      new Request('http://localhost/oauth/token', {
        method: 'POST',
        headers: { host },
        body: JSON.stringify({ grant_type: 'client_credentials' }),
      }),
    );
    return response.status;
  };
  const hosts = ['localhost:4400', '127.0.0.1', '[::1]:4400', 'app.localhost', 'AUTH.test:80'];
  // Browsers send names in lower case.
  hosts.push('mybox.test', 'MyBox.test');

  expect(await Promise.all(hosts.map(ask))).toEqual(hosts.map(() => 200));
  expect(await Promise.all(['evil.example', 'localhost.evil.example:4400'].map(ask))).toEqual([
    403, 403,
  ]);
});
