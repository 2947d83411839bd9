// What an event file may hold, and how files are read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done } from './command.ts';

const tell = action('console.log(JSON.stringify([event.secrets, event.configuration]));');

const run = (files: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<Done> =>
  signupActions(createFolder({ 'own.js': tell, ...files }), 'run', 'own.js', ...args);

const toldOf = ({ stdout }: Done): unknown =>
  [...stdout.matchAll(/│ (\[.*)/g)].map(([, json = '']) => JSON.parse(json) as unknown);

describe.concurrent('event.configuration', () => {
  it('comes from the event file, --set or --configuration, which wins', async ({ expect }) => {
    const event = { ...createMockEvent(), configuration: { A: 'file', B: 'file', C: 'file' } };

    const done = await run(
      { 'event.json': event },
      '--event',
      'event.json',
      '--set',
      'configuration.B=set',
      '--set',
      'configuration.C=set',
      '--configuration',
      'C=typed',
    );

    expect(toldOf(done)).toEqual([[{}, { A: 'file', B: 'set', C: 'typed' }]]);
    expect(done).toMatchObject({ status: 0, stderr: '' });
  });

  it('may have any value that JSON has, which is new for each signup', async ({ expect }) => {
    const event = { ...createMockEvent(), configuration: { limit: 5, on: null, list: ['a'] } };
    const append = action(
      "event.configuration.list.push('b');\n  console.log(JSON.stringify([event.configuration]));",
    );

    const done = await run(
      { 'own.js': append, 'events.json': [event, event] },
      '--event',
      'events.json',
    );

    const seen = [{ limit: 5, on: null, list: ['a', 'b'] }];
    expect(toldOf(done)).toEqual([seen, seen]);
  });

  it('names what is read and has no value', async ({ expect }) => {
    const { stdout } = await run({ 'own.js': action('event.configuration.LIST;') });

    expect(stdout).toContain(
      '! configuration-without-value in own: event.configuration.LIST was read but has no value; pass it with --configuration LIST=VALUE.',
    );
  });
});

describe.concurrent('secrets in an event file', () => {
  it('are used for that event, and typed ones win', async ({ expect }) => {
    const events = ['one-value', 'other-value'].map((KEY) => ({
      ...createMockEvent({ request: { body: { KEY } } }),
      secrets: { KEY, MORE: 'in the file' },
    }));

    const done = await run(
      { 'events.json': events },
      '--event',
      'events.json',
      '--secret',
      'MORE=typed, and hidden',
    );

    expect(toldOf(done)).toEqual([
      [{ KEY: 'one-value', MORE: '[secret MORE]' }, {}],
      [{ KEY: 'other-value', MORE: '[secret MORE]' }, {}],
    ]);
  });

  it('are refused if no Action declares them, or if they are not strings', async ({ expect }) => {
    const files = {
      'tenant.yaml':
        'actions: [{ name: own, code: own.js, secrets: [] }]\ntriggers: { pre-user-registration: [{ action_name: own }] }',
      'event.json': { ...createMockEvent(), secrets: { KEY: 'x' } },
      'number.json': { ...createMockEvent(), secrets: { KEY: 7 } },
      'list.json': { ...createMockEvent(), secrets: ['KEY'] },
      'null.json': { ...createMockEvent(), configuration: null },
    };
    const folder = createFolder({ 'own.js': tell, ...files });
    const why = async (...args: readonly string[]): Promise<string> =>
      (await signupActions(folder, 'run', ...args)).stderr;

    expect(await why('tenant.yaml', '-e', 'event.json')).toMatchInlineSnapshot(`
      "error: Failed to use secrets.KEY: no Action declares a secret of that name.
      Declared secrets: none.
      "
    `);
    expect(await why('own.js', '-e', 'number.json')).toMatchInlineSnapshot(`
      "error: Failed to read ~/number.json: event.secrets.KEY must be a string but received a number.
      "
    `);
    expect(await why('own.js', '-e', 'list.json')).toMatchInlineSnapshot(`
      "error: Failed to read ~/list.json: event.secrets must be an object with a value for each name but received a list.
      "
    `);
    expect(await why('own.js', '-e', 'null.json')).toMatchInlineSnapshot(`
      "error: Failed to read ~/null.json: event.configuration must be an object with a value for each name but received null.
      "
    `);
  });
});

it('names the fields of an event that the platform does not have', async ({ expect }) => {
  const event = createMockEvent();
  const strange = { ...event, organization: {}, request: { ...event.request, query: {} } };

  const { stdout, status } = await run({ 'event.json': strange }, '--event', 'event.json');

  expect(/^Diagnostics[^]*/m.exec(stdout)?.[0]).toMatchInlineSnapshot(`
    "Diagnostics
      ! event-field-unknown: event.request.query does not exist on the platform, which has only body, geoip, ip, method, hostname, language, user_agent there; remove it from the event.
      ! event-field-unknown: event.organization does not exist on the platform, which has only user, connection, request, tenant, transaction, client, custom_domain, authentication, security_context, experiment, anonymous_session, secrets, configuration there; remove it from the event.
      https://signup-actions.github.io/signup-actions/diagnostics#event-field-unknown

    "
  `);
  expect(status).toBe(0);
});

describe.concurrent('the response', () => {
  const deny = { 'own.js': action("api.access.deny('bot', 'No.');") };
  const responseTo = async (from: string, files: Readonly<Record<string, unknown>>) =>
    /^Response[^]*/m.exec((await run(files, '--from', from)).stdout)?.[0] ?? 'none';

  it('is that of the channel through which the signup came', async ({ expect }) => {
    expect(await responseTo('universal-login', deny)).toBe('none');
    expect(await responseTo('passwordless-sms', deny)).toBe('none');
    expect(await responseTo('api-signup', deny)).toMatchInlineSnapshot(`
      "Response to POST /dbconnections/signup
        400 {"name":"InternalExtensibilityError","code":"extensibility_error","statusCode":400,"message":"bot","description":"bot","friendly_message":"No."}
        Clients of the API see the reason, which is meant for the log.

      "
    `);
    expect(await responseTo('api-signup', {})).toMatchInlineSnapshot(`
      "Response to POST /dbconnections/signup
        200 with the new user

      "
    `);
    expect(await responseTo('management-api', deny)).toMatchInlineSnapshot(`
      "Response
        The Management API does not document its response when an Action refuses.

      "
    `);
    expect(await responseTo('otp-challenge', deny)).toMatchInlineSnapshot(`
      "Response
        POST /otp/challenge does not document its response when an Action refuses.

      "
    `);
  });
});

describe.concurrent('a file', () => {
  const utf16 = (text: string, mark: string): Uint8Array => Buffer.from(mark + text, 'utf16le');

  it('is read as its author sees it, with a byte-order mark or as UTF-16', async ({ expect }) => {
    const folder = createFolder({ 'own.js': tell });
    writeFileSync(join(folder, 'mark.env'), '\uFEFFKEY=first\nMORE=second');
    writeFileSync(join(folder, 'wide.env'), utf16('KEY=first\nMORE=second', '\uFEFF'));
    writeFileSync(
      join(folder, 'big.env'),
      Buffer.from(utf16('KEY=first\nMORE=second', '\uFEFF')).swap16(),
    );
    const event = createMockEvent({ user: { name: 'first', nickname: 'second' } });
    writeFileSync(join(folder, 'event.json'), `\uFEFF${JSON.stringify(event)}`);

    for (const file of ['mark.env', 'wide.env', 'big.env']) {
      const inputs = ['own.js', '--env-file', file, '--event', 'event.json'];
      expect(toldOf(await signupActions(folder, 'run', ...inputs))).toEqual([
        [{ KEY: 'first', MORE: 'second' }, {}],
      ]);
    }
  });

  it('is refused by name if it is no text', async ({ expect }) => {
    const folder = createFolder({ 'own.js': tell });
    writeFileSync(join(folder, 'latin.env'), Buffer.from('KEY=\xFCber', 'latin1'));
    writeFileSync(join(folder, 'wide.env'), utf16('KEY=value', ''));

    for (const file of ['latin.env', 'wide.env']) {
      expect(await signupActions(folder, 'run', 'own.js', '--env-file', file)).toMatchObject({
        status: 2,
        stderr: `error: Failed to read ~/${file}: it is not UTF-8 text; save it as UTF-8.\n`,
      });
    }
  });

  it('with secrets has NAME=VALUE in each line', async ({ expect }) => {
    const lines = ['# a comment', '', 'export A=1', 'B="1', '2"', "C='x' # end", "D=it's"];
    const done = await run({ 'own.env': lines.join('\n') }, '--env-file', 'own.env');
    expect(toldOf(done)).toEqual([[{ A: '1', B: '1\n2', C: 'x', D: "it's" }, {}]]);

    const { status, stderr } = await run(
      { 'own.env': 'A=1\nsk-live-4711\nB=2' },
      '--env-file',
      'own.env',
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error: Failed to read ~/own.env:2: each line must be NAME=VALUE, or a comment that begins with #.
      "
    `);
    expect(status).toBe(2);
  });
});

it('only bound Actions of an export have to be whole', async ({ expect }) => {
  const bound = { 'pre-user-registration': [{ action_name: 'own' }] };
  const folder = createFolder({
    'files/triggers/triggers.json': bound,
    'files/actions/package.json': { private: true },
    'files/actions/keywords.json': { name: 'other', code: 'other.js', secrets: '@@SECRETS@@' },
    'files/actions/own.json': { name: 'own', code: 'actions/own/code.js' },
    'files/actions/own/code.js': tell,
    'tenant.yaml': `actions:
  - { name: tt1, bindings: [], current_version: {} }
  - { name: own, code: files/actions/own/code.js }
triggers: ${JSON.stringify(bound)}`,
  });

  expect(await signupActions(folder, 'run', 'files')).toMatchObject({ status: 0, stderr: '' });
  expect(await signupActions(folder, 'run', 'tenant.yaml')).toMatchObject({
    status: 0,
    stderr: '',
  });
});

it('a secret with a keyword of the deploy tool in it has no value', async ({ expect }) => {
  const folder = createFolder({
    'own.js': tell,
    'tenant.yaml': `actions: [{ name: own, code: own.js, secrets: [{ name: URL, value: 'https://##HOST##/v1' }] }]
triggers: { pre-user-registration: [{ action_name: own }] }`,
  });

  expect(await signupActions(folder, 'run', 'tenant.yaml')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('the secret URL (own) has no value'),
  });
});

describe.concurrent('an export', () => {
  const bound = { 'pre-user-registration': [{ action_name: 'Deny / Block' }] };
  const runExport = (files: Readonly<Record<string, unknown>>, ...args: readonly string[]) =>
    signupActions(createFolder({ 'triggers/triggers.json': bound, ...files }), 'run', '.', ...args);
  const declared = { name: 'Deny / Block', code: '/app/auth0/actions/Deny - Block/code.js' };

  it('is found where its files are, whatever path the tool wrote', async ({ expect }) => {
    for (const code of [declared.code, String.raw`C:\app\actions\Deny - Block\code.js`]) {
      const done = await runExport({
        'actions/Deny - Block.json': { ...declared, code },
        'actions/Deny - Block/code.js': tell,
      });
      expect(done).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('may have keywords for its lists, with quotes or without', async ({ expect }) => {
    for (const keyword of ['"@@SECRETS@@"', '@@SECRETS@@']) {
      const done = await runExport(
        {
          'actions/Deny - Block.json': `{ "name": "Deny / Block", "code": "actions/Deny - Block/code.js", "secrets": ${keyword}, "dependencies": ${keyword} }`,
          'actions/Deny - Block/code.js': tell,
        },
        '--secret',
        'KEY=given',
      );
      expect(toldOf(done)).toEqual([[{ KEY: 'given' }, {}]]);
      expect(done).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('names an Action without code', async ({ expect }) => {
    const { status, stderr } = await runExport({
      'actions/Deny - Block.json': { ...declared, code: '' },
    });

    expect(stderr).toMatchInlineSnapshot(`
      "error: Failed to read ~/actions/Deny - Block.json, Action Deny / Block: it has no code.
      "
    `);
    expect(status).toBe(2);
  });
});
