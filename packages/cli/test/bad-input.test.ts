import { expect, it } from 'vitest';
import { createMockEvent } from '@signup-actions/testing';
import { action, createFolder, examples, signupActions } from './command.ts';

it('refuses a path that does not exist', async () => {
  const folder = createFolder({});

  expect(await signupActions(folder, 'run', 'missing.js')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/missing.js: there is no such file.
    ",
      "stdout": "",
    }
  `);
});

it('refuses an Action file without a handler', async () => {
  const folder = createFolder({ 'action.js': 'exports.onExecutePostLogin = async () => {};' });

  expect(await signupActions(folder, 'run', 'action.js')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to run ~/action.js. The platform calls the export onExecutePreUserRegistration, but this file exports onExecutePostLogin, which is for another trigger: write exports.onExecutePreUserRegistration = async (event, api) => { … }.
    ",
      "stdout": "",
    }
  `);
});

it.each([
  [
    'a Hook',
    'module.exports = (user, context, cb) => cb(null, { user });',
    'this is a Rule or a Hook',
  ],
  ['version 1', 'module.exports = async (event, context) => ({});', 'an Action of version 1'],
  ['a typo', 'exports.onExecutePreUserRegistratoin = async () => {};', 'which is misspelled'],
  ['nothing', '', 'this file does not have it'],
])('says what a file has instead of a handler: %s', async (_, source, instead) => {
  const folder = createFolder({ 'action.js': source });

  const { status, stderr } = await signupActions(folder, 'run', 'action.js');

  expect(status).toBe(2);
  expect(stderr).toContain(instead);
});

it('refuses a file that is not an Action file', async () => {
  const folder = createFolder({ 'notes.md': '' });

  expect(await signupActions(folder, 'run', 'notes.md')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/notes.md: an Action file must end in .js, .cjs, .ts, or .cts.
    Pass an Action file, a folder or tenant.yaml that the deploy tool exported, a folder of .tf files, or JSON of Terraform or of the Management API.
    ",
      "stdout": "",
    }
  `);
});

it('refuses TypeScript that does not parse', async () => {
  const folder = createFolder({ 'broken.ts': 'const x: = 1;' });

  expect(await signupActions(folder, 'run', 'broken.ts')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/broken.ts: it is not TypeScript (Unexpected token (1:10)).
    ",
      "stdout": "",
    }
  `);
});

it('refuses events that are not JSON, are not objects, or lack required fields', async () => {
  const { tenant: _, ...event } = createMockEvent({ connection: { strategy: undefined as never } });
  const folder = createFolder({
    'one.js': action(''),
    'broken.json': '{ user: }',
    'lines.ndjson': '{}\n{"user":',
    'incomplete.json': event,
    'list.json': [7],
    'none.json': [],
    'empty/notes.txt': '',
  });
  const why = async (path: string): Promise<string> => {
    const { status, stdout, stderr } = await signupActions(folder, 'run', 'one.js', '-e', path);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    return stderr;
  };

  expect(await why('broken.json')).toMatchInlineSnapshot(`
    "error: Failed to read ~/broken.json: it is not JSON (Expected property name or '}' in JSON at position 2 (line 1 column 3)).
    "
  `);
  expect(await why('lines.ndjson')).toMatchInlineSnapshot(`
    "error: Failed to read ~/lines.ndjson, line 2: it is not JSON (Unexpected end of JSON input).
    "
  `);
  expect(await why('incomplete.json')).toMatchInlineSnapshot(`
    "error: Failed to read ~/incomplete.json: the event lacks connection.strategy, tenant.
    To change a few fields of a typical event, use --from NAME with --set PATH=VALUE.
    "
  `);
  expect(await why('list.json')).toMatchInlineSnapshot(`
    "error: Failed to read ~/list.json: an event must be a JSON object.
    "
  `);
  expect(await why('none.json')).toMatchInlineSnapshot(`
    "error: Failed to read ~/none.json: it contains no event.
    "
  `);
  expect(await why('empty')).toMatchInlineSnapshot(`
    "error: Failed to read ~/empty: the folder contains no .json, .ndjson or .jsonl file.
    "
  `);
  expect(await why('missing.json')).toMatchInlineSnapshot(`
    "error: Failed to read ~/missing.json: there is no such file.
    "
  `);
});

it('refuses a starting point that does not exist, and one beside a file', async () => {
  const run = (...args: readonly string[]): ReturnType<typeof signupActions> =>
    signupActions(examples, 'run', 'tenant', ...args);

  expect(await run('--from', 'universal-logout')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: option '-f, --from <name>' argument 'universal-logout' is invalid. Allowed choices are api-signup, database-otp, management-api, otp-challenge, passkey, passwordless-email, passwordless-sms, universal-login.
    ",
      "stdout": "",
    }
  `);
  expect(await run('--event', 'signups', '--from', 'api-signup', '--env-file', 'tenant.env'))
    .toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to use --from with --event: ~/signups has whole events, and only entries of a log lack parts that --from can fill.
      Use --set PATH=VALUE to change fields of the events.
      ",
        "stdout": "",
      }
    `);
});

it('names --from if --event is given the name of a starting point', async () => {
  expect(
    await signupActions(
      examples,
      'run',
      'tenant',
      '--env-file',
      'tenant.env',
      '--event',
      'api-signup',
    ),
  ).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/api-signup: there is no such file.
    For the starting point of that name, use --from api-signup.
    ",
      "stdout": "",
    }
  `);
});

it('refuses to run with a secret left at its placeholder', async () => {
  expect(await signupActions(examples, 'run', 'tenant')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to run: the secrets BLOCKED_DOMAINS (block-disposable-domains), TEAM_DOMAINS (tag-plan) have no value.
    Put the values into a file and pass it with --env-file FILE, or pass each with --secret NAME=VALUE.
    ",
      "stdout": "",
    }
  `);
});

it('refuses a secret that no Action declares, and one without a value', async () => {
  const given = ['--env-file', 'tenant.env', '--secret'];

  expect(await signupActions(examples, 'run', 'tenant', ...given, 'API_KEY=x'))
    .toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to use --secret API_KEY: no Action declares a secret of that name.
    Declared secrets: BLOCKED_DOMAINS, TEAM_DOMAINS.
    ",
      "stdout": "",
    }
  `);
  expect(await signupActions(examples, 'run', 'tenant', ...given, 'API_KEY'))
    .toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read --secret: it must be NAME=VALUE.
    ",
      "stdout": "",
    }
  `);
});

it('refuses a file of secrets that does not exist', async () => {
  expect(await signupActions(examples, 'run', 'tenant', '--env-file', 'missing.env'))
    .toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/missing.env: there is no such file.
    ",
      "stdout": "",
    }
  `);
});

it('refuses a folder that is not an export', async () => {
  const folder = createFolder({
    'empty/readme.txt': '',
    'unbound/triggers/triggers.json': { 'post-login': [] },
    'dangling/triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'gone' }] },
  });

  expect(await signupActions(folder, 'run', 'empty')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/empty: a tenant is triggers/triggers.json or tenant.yaml of the deploy tool, or .tf files, but this folder has none of them.
    ",
      "stdout": "",
    }
  `);
  expect(await signupActions(folder, 'run', 'unbound')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/unbound/triggers/triggers.json: it binds no Action to pre-user-registration.
    ",
      "stdout": "",
    }
  `);
  expect(await signupActions(folder, 'run', 'dangling')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/dangling/triggers/triggers.json: it binds the Action "gone", but actions/ has no Action of that name.
    ",
      "stdout": "",
    }
  `);
});

it('refuses a tenant.yaml that is broken, binds nothing, or binds a missing Action', async () => {
  const folder = createFolder({
    'broken.yaml': 'actions: [',
    'empty.yaml': '',
    'dangling.yaml': 'triggers: { pre-user-registration: [{ action_name: gone }] }',
    'nameless.yaml': `actions: [{ name: a, code: a.js, secrets: [{ value: x }] }]
triggers: { pre-user-registration: [{ action_name: a }] }`,
  });
  const why = async (file: string): Promise<string> =>
    (await signupActions(folder, 'run', file)).stderr;

  expect(await why('broken.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/broken.yaml: it is not YAML (Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 11).
    "
  `);
  expect(await why('empty.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/empty.yaml: it binds no Action to pre-user-registration.
    "
  `);
  expect(await why('dangling.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/dangling.yaml: it binds the Action "gone", but its list of actions has no Action of that name.
    "
  `);
  expect(await why('nameless.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/nameless.yaml, Action a: each secret must have a name.
    "
  `);
});

it('refuses an unknown option', async () => {
  expect(await signupActions(examples, 'run', 'tenant', '--nonsense')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: unknown option '--nonsense'
    ",
      "stdout": "",
    }
  `);
});
