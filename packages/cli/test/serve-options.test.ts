import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSignupServer } from '../src/server.ts';
import { action, createFolder, signupActions, startSignupActions } from './command.ts';

const files = {
  'action.js': action(`const { domains } = require('actions:team');
  if (event.user.email.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 30_000));
  api.user.setUserMetadata('seen', [domains(), event.configuration.PLAN, event.secrets.KEY.length].join());`),
  'team.js': 'exports.domains = () => actions.secrets.DOMAINS;',
  'test.env': 'KEY=four\nteam.DOMAINS=corp.example',
};
const signup = (email: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    client_id: 'app',
    connection: 'Username-Password-Authentication',
    email,
    password: 'Correct-Horse-1',
  }),
});

it('serves with the modules, values and deadline of its command line', async () => {
  const folder = createFolder(files);
  const responses: Promise<readonly [status: number, body: unknown]>[] = [];
  let stop = (): void => {};
  let printed = '';
  const send = async (url: string, email: string) => {
    const response = await fetch(`${url}/dbconnections/signup`, signup(email));
    return [response.status, await response.json()] as const;
  };
  const args = ['--env-file', 'test.env', '--module', 'team=team.js', '--timeout', '1000'];
  await startSignupActions(
    folder,
    ['serve', 'action.js', '--port', '0', ...args, '--configuration', 'PLAN=free'],
    {
      onPrint(text) {
        printed += text;
        const [url] = /http:[\w/.:]+/.exec(text) ?? [];
        if (url === undefined) return;
        responses.push(send(url, 'ada@corp.example'), send(url, 'slow@corp.example'));
        void Promise.all(responses).then(() => stop());
      },
      onInterrupt(listener) {
        stop = () => listener('SIGINT');
      },
    },
  );
  const [[status, body], [slow]] = (await Promise.all(responses)) as [
    readonly [number, unknown],
    readonly [number, unknown],
  ];
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { user_metadata: { seen: 'corp.example,free,4' } },
  });
  expect(slow).toBe(500);
  expect(printed).toContain('all its Actions together have 1000 ms');
});

it('starts a server with the same from code', async () => {
  const folder = createFolder(files);
  const server = await startSignupServer({
    tenant: join(folder, 'action.js'),
    secrets: { KEY: 'four' },
    modules: { team: join(folder, 'team.js') },
    moduleSecrets: { team: { DOMAINS: 'corp.example' } },
    configuration: { PLAN: 'team' },
    timeoutMs: 1_000,
  });
  try {
    const sent = await server.fetch(
      new Request('http://localhost/dbconnections/signup', signup('ada@corp.example')),
    );
    expect(await sent.json()).toMatchObject({ user_metadata: { seen: 'corp.example,team,4' } });
  } finally {
    await server.close();
  }
});

it('replaces the marks of an export from the configuration that --config names', async () => {
  const folder = createFolder({
    'tenant/triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'tag' }] },
    'tenant/actions/tag.json': { name: 'tag', code: './actions/tag/code.js' },
    'tenant/actions/tag/code.js': action("api.user.setUserMetadata('plan', '##PLAN##');"),
    'deploy.json': { AUTH0_KEYWORD_REPLACE_MAPPINGS: { PLAN: 'gold' } },
  });
  const server = await startSignupServer({
    tenant: join(folder, 'tenant'),
    config: join(folder, 'deploy.json'),
  });
  try {
    const sent = await server.fetch(
      new Request('http://localhost/dbconnections/signup', signup('ada@corp.example')),
    );
    expect(await sent.json()).toMatchObject({ user_metadata: { plan: 'gold' } });
  } finally {
    await server.close();
  }
});

it('does not serve standard input, which can be read only once', async () => {
  const { status, stderr } = await signupActions(createFolder({}), 'serve', '-');
  expect(stderr).toMatchInlineSnapshot(`
    "error: Failed to serve standard input: the Actions are read again for each signup.
    Save them to a file, and pass that.
    "
  `);
  expect(status).toBe(2);
});
