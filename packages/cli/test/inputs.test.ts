import { createMockEvent, startingPoints } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const tell = action('console.log(JSON.stringify(event.secrets));');
const told = (stdout: string): readonly unknown[] =>
  [...stdout.matchAll(/│ (\{.*)/g)].map(([, json = '']) => JSON.parse(json) as unknown);

const yaml = `
actions:
  - name: unbound
    code: ./actions/unbound/code.js
    secrets: []
  - name: second
    code: ./actions/second/code.js
    secrets:
      - name: SHARED
        value: _VALUE_NOT_SHOWN_
      - name: GIVEN
        value: plain
  - name: first
    code: ./actions/first/code.js
    secrets:
      - name: SHARED
        value: @@SHARED@@
      - name: KEYWORD
        value: '##KEYWORD##'
triggers:
  pre-user-registration:
    - { action_name: first, display_name: first }
    - { action_name: second, display_name: second }
`;
const tenant = {
  'tenant.yaml': yaml,
  'actions/first/code.js': tell,
  'actions/second/code.js': tell,
};

it('a tenant.yaml, or a folder with one, binds Actions in its order, each with the secrets it declares', () => {
  const folder = createFolder(tenant);
  const given = ['--secret', 'SHARED=s', '--secret', 'KEYWORD=k'];

  for (const path of ['tenant.yaml', '.']) {
    const { stdout, status } = signupActions(folder, 'run', path, ...given);

    expect(told(stdout)).toEqual([
      { SHARED: 's', KEYWORD: 'k' },
      { SHARED: 's', GIVEN: 'plain' },
    ]);
    expect(stdout.indexOf('✓ first')).toBeLessThan(stdout.indexOf('✓ second'));
    expect(status).toBe(0);
  }
});

it('placeholders are no values, wherever they stand', () => {
  const folder = createFolder({ ...tenant, '.env': 'SHARED=_VALUE_NOT_SHOWN_' });

  expect(signupActions(folder, 'run', 'tenant.yaml', '--env-file', '.env')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to run: no value is given for the secrets SHARED (first), KEYWORD (first), SHARED (second).
    Give each with --secret NAME=VALUE, or all in a file with --env-file FILE.
    ",
      "stdout": "",
    }
  `);
  expect(
    signupActions(folder, 'run', 'tenant.yaml', '--secret', 'SHARED=_VALUE_NOT_SHOWN_'),
  ).toMatchObject({ status: 2, stdout: '' });
});

it('what was typed goes before the file, and the file before the export', () => {
  const folder = createFolder({
    ...tenant,
    '.env': 'SHARED=file\nGIVEN=file\nKEYWORD=file\nMORE=x',
  });

  const { stdout } = signupActions(
    folder,
    'run',
    'tenant.yaml',
    '--env-file',
    '.env',
    '--secret',
    'SHARED=typed',
  );

  expect(told(stdout)).toEqual([
    { SHARED: 'typed', KEYWORD: 'file' },
    { SHARED: 'typed', GIVEN: 'file' },
  ]);
});

it('an Action file alone gets every secret, beside an export too', () => {
  const folder = createFolder({ ...tenant, 'alone.js': tell });
  const given = ['SHARED=s', 'KEYWORD=k', 'OWN=o'].flatMap((pair) => ['--secret', pair]);

  const { stdout } = signupActions(folder, 'run', 'tenant.yaml', 'alone.js', ...given);

  expect(told(stdout).at(-1)).toEqual({ SHARED: 's', KEYWORD: 'k', OWN: 'o' });
});

it('a tenant.yaml that is none, binds nothing, or binds what is not there', () => {
  const folder = createFolder({
    'broken.yaml': 'actions: [',
    'empty.yaml': '',
    'dangling.yaml': 'triggers: { pre-user-registration: [{ action_name: gone }] }',
    'nameless.yaml': `actions: [{ name: a, code: a.js, secrets: [{ value: x }] }]
triggers: { pre-user-registration: [{ action_name: a }] }`,
  });
  const why = (file: string): string => signupActions(folder, 'run', file).stderr;

  expect(why('broken.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/broken.yaml: it is not YAML (Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 11).
    "
  `);
  expect(why('empty.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/empty.yaml: it binds no Action to pre-user-registration.
    "
  `);
  expect(why('dangling.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/dangling.yaml: it binds the Action "gone", and its list of actions holds none of that name.
    "
  `);
  expect(why('nameless.yaml')).toMatchInlineSnapshot(`
    "error: Failed to read ~/nameless.yaml, Action a: each of its secrets has a name.
    "
  `);
});

it('a file that is no Action', () => {
  const folder = createFolder({ 'notes.md': '' });

  expect(signupActions(folder, 'run', 'notes.md').stderr).toMatchInlineSnapshot(`
    "error: Failed to read ~/notes.md: an Action is a file that ends in one of .js, .cjs, .ts, .cts.
    Name such a file, a folder that the deploy tool exported, or a tenant.yaml.
    "
  `);
});

it('two files of one name are told apart', () => {
  const folder = createFolder({
    'a/index.js': action("api.user.setUserMetadata('first', true);"),
    'b/a.js': action("api.access.deny('no', 'No.');"),
  });

  const { stdout } = signupActions(folder, 'run', 'a/index.js', 'b/a.js');

  expect(stdout).toContain('DENIED by a (2)');
});

it('a folder, an NDJSON file and an array of signups are a batch, and share the cache', () => {
  const event = createMockEvent();
  const line = JSON.stringify(event);
  const folder = createFolder({
    'count.js': action(
      "const n = Number(api.cache.get('n')?.value ?? 0) + 1; api.cache.set('n', String(n)); if (n > 3) api.access.deny(`number ${n}`, 'Later.');",
    ),
    'signups/a.json': [event, event],
    'signups/b.ndjson': `${line}\n\n${line}\n`,
    'signups/notes.txt': 'not an event',
  });

  const { stdout, status } = signupActions(folder, 'run', 'count.js', '--event', 'signups');

  expect(stdout.slice(stdout.indexOf('Summary'))).toMatchInlineSnapshot(`
    "Summary
      ada@example.com  a.json 1    ALLOWED
      ada@example.com  a.json 2    ALLOWED
      ada@example.com  b.ndjson 1  ALLOWED
      ada@example.com  b.ndjson 2  DENIED   count: "number 4"
    4 signups: 3 allowed, 1 denied
    "
  `);
  expect(status).toBe(1);
});

it('a batch ends with the highest status of its signups', () => {
  const of = (email: string): object => createMockEvent({ user: { email } });
  const folder = createFolder({
    'mixed.js': action(
      "if (event.user.email.startsWith('bad')) throw new Error('broken\\nin two lines'); if (event.user.email.startsWith('no')) api.validation.error('no', 'No.');",
    ),
    'events.json': [of('bad@example.com'), of('no@example.com'), of('ada@example.com')],
  });

  const { stdout, status } = signupActions(folder, 'run', 'mixed.js', '--event', 'events.json');

  expect(stdout.slice(stdout.indexOf('Summary'))).toMatchInlineSnapshot(`
    "Summary
      bad@example.com  events.json 1  FAILED   mixed: broken
      no@example.com   events.json 2  INVALID  mixed: "no"
      ada@example.com  events.json 3  ALLOWED
    3 signups: 1 allowed, 1 invalid, 1 failed
    "
  `);
  expect(status).toBe(3);
});

it('events that cannot be read', () => {
  const folder = createFolder({
    'one.js': action(''),
    'lines.ndjson': '{}\n{"user":',
    'none.json': [],
    'empty/notes.txt': '',
  });
  const why = (event: string): string =>
    signupActions(folder, 'run', 'one.js', '--event', event).stderr;

  expect(why('lines.ndjson')).toMatchInlineSnapshot(`
    "error: Failed to read ~/lines.ndjson, line 2: it is not JSON (Unexpected end of JSON input).
    "
  `);
  expect(why('none.json')).toMatchInlineSnapshot(`
    "error: Failed to read ~/none.json: it holds no event.
    "
  `);
  expect(why('empty')).toMatchInlineSnapshot(`
    "error: Failed to read ~/empty: the folder holds no .json and no .ndjson file.
    "
  `);
  expect(why('universal-logout')).toMatchInlineSnapshot(`
    "error: Failed to read ~/universal-logout: there is no such file, and no starting point of that name.
    Starting points are: api-signup, management-api, passwordless-email, passwordless-sms, universal-login.
    "
  `);
});

it('a starting point by its name', () => {
  const folder = createFolder({
    'show.js': action('console.log(event.connection.strategy, event.transaction === undefined);'),
  });
  const show = (name: string): string | undefined => {
    const { stdout } = signupActions(folder, 'run', 'show.js', '--event', name);
    expect(stdout).toContain(`(${name})`);
    return /│ (.*)/.exec(stdout)?.[1];
  };

  expect(Object.keys(startingPoints).map((name) => [name, show(name)].join(': ')))
    .toMatchInlineSnapshot(`
    [
      "api-signup: auth0 true",
      "management-api: auth0 true",
      "passwordless-email: email false",
      "passwordless-sms: sms false",
      "universal-login: auth0 false",
    ]
  `);
});

it('a file goes before a starting point of its name', () => {
  const folder = createFolder({
    'one.js': action(''),
    'api-signup': createMockEvent({ user: { email: 'grace@example.com' } }),
  });

  expect(signupActions(folder, 'run', 'one.js', '--event', 'api-signup').stdout).toContain(
    '── grace@example.com',
  );
});
