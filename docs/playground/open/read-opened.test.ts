import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOpened } from './read-opened.ts';
import type { OpenedFile } from './opened-file.ts';

const open = (files: Readonly<Record<string, string>>): ReturnType<typeof readOpened> =>
  readOpened(
    Object.entries(files).map(([path, text]): OpenedFile => ({
      path,
      read: () => Promise.resolve(text),
    })),
    { actions: [{ name: 'mine', code, secrets: [['KEY', 'old']], configuration: [] }] },
  );
const code = 'exports.onExecutePreUserRegistration = async (event, api) => {};\n';
const trigger = 'pre-user-registration';
const supported = { supported_triggers: [{ id: trigger, version: 'v2' }] };

const tenant = fileURLToPath(new URL('../../../examples/tenant', import.meta.url));
const readTenantFolder = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync('**/*', { cwd: tenant })
      .filter((path) => statSync(`${tenant}/${path}`).isFile())
      .map((path) => [`tenant/${path}`, readFileSync(`${tenant}/${path}`, 'utf8')]),
  );

it('opens a folder that the deploy tool exported, in the order of its bindings', async () => {
  const { actions, notes } = await open(readTenantFolder());

  expect(actions.map(({ name, secrets }) => [name, secrets])).toMatchInlineSnapshot(`
    [
      [
        "limit-attempts",
        [],
      ],
      [
        "block-disposable-domains",
        [
          [
            "BLOCKED_DOMAINS",
            "",
          ],
        ],
      ],
      [
        "require-company",
        [],
      ],
      [
        "tag-plan",
        [
          [
            "TEAM_DOMAINS",
            "",
          ],
        ],
      ],
    ]
  `);
  expect(notes).toMatchInlineSnapshot(`
    [
      "Secrets without a value: BLOCKED_DOMAINS of block-disposable-domains, TEAM_DOMAINS of tag-plan.",
    ]
  `);
});

it('opens an export inside a folder with other things', async () => {
  const files = Object.entries(readTenantFolder()).map(([path, text]) => [`work/${path}`, text]);
  const opened = await open({ ...Object.fromEntries(files), 'work/README.md': '# Work' });

  expect(opened).toEqual(await open(readTenantFolder()));
});

it('opens a tenant.yaml with its code, modules and secrets', async () => {
  const opened = await open({
    'export/tenant.yaml': `
actions:
  - name: own
    code: ./actions/own/code.js
    secrets: [{ name: KEY, value: made-up }]
    modules: [{ module_name: team, module_version_number: 2 }]
actionModules:
  - name: team
    code: ./action-modules/team/code.js
    latest_version_number: 3
    secrets: [{ name: DOMAIN }]
triggers:
  ${trigger}:
    - action_name: own
`,
    'export/actions/own/code.js': code,
    'export/action-modules/team/code.js': 'exports.a = 1;\n',
  });

  expect(opened).toMatchObject({
    actions: [{ name: 'own', code, secrets: [['KEY', 'made-up']], configuration: [] }],
    modules: [{ name: 'team', code: 'exports.a = 1;\n', secrets: [['DOMAIN', '']] }],
  });
  expect(opened.notes).toMatchInlineSnapshot(`
    [
      "own: The Action lists version 2 of the Actions module team, but the export holds the code of version 3: list version 3, or put the code of version 2 into the module team here.",
      "Secrets without a value: DOMAIN of team.",
    ]
  `);
});

it('opens JSON of the Management API', async () => {
  const action = { id: '1', name: 'own', code, ...supported, all_changes_deployed: true };

  expect(await open({ 'actions.json': JSON.stringify({ actions: [action] }) })).toMatchObject({
    actions: [{ name: 'own', code }],
  });
});

it('opens what terraform show -json prints', async () => {
  const own = { address: 'auth0_action.own', type: 'auth0_action' };
  const resources = [{ ...own, values: { id: '1', name: 'own', code, ...supported } }];
  const state = { format_version: '1.0', values: { root_module: { resources } } };

  expect(await open({ 'state.json': JSON.stringify(state) })).toMatchObject({
    actions: [{ name: 'own', code }],
  });
});

it('opens TypeScript as TypeScript', async () => {
  const { actions } = await open({ 'a.ts': 'export const a = 1;\n', 'b.js': code });

  expect(actions).toMatchObject([{ name: 'a', language: 'typescript' }, { name: 'b' }]);
  expect(actions[1]).not.toHaveProperty('language');
});

it('opens files of Actions in their order, with different names', async () => {
  const { actions } = await open({ 'b.js': code, 'a/code.js': code, 'c/a.js': code });
  const loose = await open({ 'b.js': code, 'a.js': code });

  expect(actions.map(({ name }) => name)).toEqual(['a', 'b', 'a-2']);
  expect(loose.actions.map(({ name }) => name)).toEqual(['b', 'a']);
});

describe('what cannot be opened', () => {
  const explain = (files: Readonly<Record<string, string>>): Promise<string> =>
    open(files).then(
      () => 'opened',
      (error: unknown) => (error as Error).message,
    );

  it('is explained in a sentence', async () => {
    expect(
      await Promise.all([
        explain({}),
        explain({ 'own.md': '# Own' }),
        explain({ 'data.json': '{}' }),
        explain({ 'infra/main.tf': 'resource "auth0_action" "own" {}' }),
        explain({ 'empty/readme.txt': '' }),
        explain({
          'tenant.yaml': `actions: [{ name: own, code: ./actions/own/code.js }]\ntriggers: { ${trigger}: [{ action_name: own }] }`,
        }),
      ]),
    ).toMatchInlineSnapshot(`
      [
        "Failed to open: there is no file.",
        "Failed to open own.md: the playground reads Actions (.js, .cjs, .ts or .cts), test cases (.signup.json or .signup.yaml), traces, and tenants (a folder, a tenant.yaml, or JSON of Terraform or of the Management API).",
        "Failed to read /data.json: it must be a tenant.yaml of the deploy tool, what terraform show -json prints, or JSON of the Management API.",
        "Failed to read /infra/main.tf: it is written in the language of Terraform, which a browser does not parse.
      Open what terraform show -json prints, or run signup-actions run on the folder.",
        "Failed to read /empty: a tenant is triggers/triggers.json or tenant.yaml of the deploy tool, or .tf files, but this folder has none of them.",
        "Failed to read /actions/own/code.js: it was not opened, so open the whole folder.",
      ]
    `);
  });
});

describe('a test case', () => {
  const path = 'test/own.signup.json';
  const openCase = (found: object, files: Readonly<Record<string, string>> = {}) =>
    open({ [path]: JSON.stringify(found), ...files });

  it('brings what services respond, as far as the page can', async () => {
    const rule = { when: 'GET https://a.example.com/x', respond: { body: { ok: true } } };
    const { responses, notes } = await openCase({
      network: [
        rule,
        { when: 'HEAD https://a.example.com/*', respond: { error: 'ENOTFOUND' }, times: 1 },
        { when: '* *', respond: 'never', delayMs: 5 },
        { when: 'POST *', respond: { status: 404, headers: { 'x-a': 'b' }, body: 'none' } },
      ],
      signups: [{ network: [rule] }],
    });

    expect(responses).toMatchInlineSnapshot(`
      [
        {
          "body": "{"ok":true}",
          "delayMs": 0,
          "kind": "respond",
          "method": "GET",
          "status": 200,
          "url": "https://a.example.com/x",
        },
        {
          "body": "",
          "delayMs": 0,
          "kind": "unreachable",
          "method": "*",
          "status": 200,
          "url": "https://a.example.com/*",
        },
        {
          "body": "",
          "delayMs": 5,
          "kind": "silent",
          "method": "*",
          "status": 200,
          "url": "*",
        },
        {
          "body": "none",
          "delayMs": 0,
          "kind": "respond",
          "method": "POST",
          "status": 404,
          "url": "*",
        },
      ]
    `);
    expect(notes.slice(2)).toMatchInlineSnapshot(`
      [
        "The playground leaves out of "network": a method, times, headers, the code of an error.",
        "Responses of a single signup are left out: the playground has some for all signups.",
      ]
    `);
    expect((await openCase({ network: [] })).notes.at(-1)).toContain('until you add a response');
  });

  it('brings its signups, its cache, secrets and configuration to the code of the page', async () => {
    const opened = await openCase({
      name: 'counts',
      secrets: { KEY: 'new', OTHER: 'x' },
      configuration: { limit: '5' },
      cache: { attempts: { value: '4', ttl: 60_000 }, seen: 'yes' },
      signups: [
        { name: 'first', event: { user: { email: 'eve@example.com' } } },
        { from: 'api-signup', set: { 'user.email': 'bo@example.com' }, afterMs: 1.6 },
      ],
    });

    expect(opened).toMatchInlineSnapshot(`
      {
        "actions": [
          {
            "code": "exports.onExecutePreUserRegistration = async (event, api) => {};
      ",
            "configuration": [
              [
                "limit",
                "5",
              ],
            ],
            "name": "mine",
            "secrets": [
              [
                "KEY",
                "new",
              ],
              [
                "OTHER",
                "x",
              ],
            ],
          },
        ],
        "isOwn": true,
        "notes": [
          "The signups are those of the test case counts.",
          "The Actions of this page stay: open the case with the files of its Actions to run those.",
          "Times are whole milliseconds here, and at most a year.",
        ],
        "records": [
          {
            "key": "attempts",
            "ttlMs": 60000,
            "value": "4",
          },
          {
            "key": "seen",
            "value": "yes",
          },
        ],
        "signups": [
          {
            "afterMs": 0,
            "event": "{
        "user": {
          "email": "eve@example.com"
        }
      }
      ",
            "name": "first",
            "startingPoint": "universal-login",
          },
          {
            "afterMs": 2,
            "event": "{
        "user": {
          "email": "bo@example.com"
        }
      }
      ",
            "startingPoint": "api-signup",
          },
        ],
      }
    `);
  });

  it('in YAML opens with the files that it names, wherever they were opened from', async () => {
    const yaml =
      'actions: ../actions/own.js\nmodules: { team: ./team.js }\nsecrets: { team.KEY: x }\n';
    const files = { 'own.js': code, 'team.js': 'exports.a = 1;\n' };
    const loose = await open({ 'own.signup.yaml': yaml, ...files });
    const folder = await open({
      'own/test/own.signup.yaml': yaml,
      'own/actions/own.js': code,
      'own/test/team.js': files['team.js'],
      'own/actions/other.js': code,
    });

    expect(loose).toMatchObject({
      actions: [{ name: 'own', code }],
      modules: [{ name: 'team', secrets: [['KEY', 'x']] }],
    });
    expect(folder).toEqual(loose);
  });

  it('without names has the nearest Actions', async () => {
    const files = { 'test/own.js': code, 'other/code.js': code };

    expect(await openCase({}, files)).toMatchObject({ actions: [{ name: 'own' }] });
  });

  it('leaves out what the playground cannot hold, and names it', async () => {
    const { notes } = await openCase({
      configuration: { limit: 5 },
      signups: Array.from({ length: 21 }, () => ({
        unset: ['user.email'],
        expect: { status: 'allowed' },
      })),
    });

    expect(notes).toMatchInlineSnapshot(`
      [
        "The signups are those of the test case own.",
        "The Actions of this page stay: open the case with the files of its Actions to run those.",
        "Only the first 20 of its 21 signups are opened.",
        "The configuration holds only strings here: limit.",
        "The playground cannot leave out fields of an event: user.email.",
        "What the case expects is left out: signup-actions test compares it with what happens.",
      ]
    `);
  });

  it('is offered beside the others', async () => {
    const { cases, signups } = await open({
      'a.signup.json': '{ "from": "api-signup" }',
      'b.signup.json': '{ "from": "passwordless-email" }',
    });

    expect(signups).toMatchObject([{ startingPoint: 'api-signup' }]);
    expect(await cases?.get('b.signup.json')?.()).toMatchObject({
      signups: [{ startingPoint: 'passwordless-email' }],
    });
  });

  it('that cannot be read is explained as the command line does', async () => {
    const explain = (text: string, files: Readonly<Record<string, string>> = {}) =>
      open({ [path]: text, ...files }).then(
        () => 'opened',
        (error: unknown) => (error as Error).message,
      );

    expect(
      await Promise.all([
        explain('{'),
        explain('{ "evnt": {} }'),
        explain('{ "event": { "user": { "mail": "x" } } }'),
        explain('{ "set": { "user.email": 5 } }'),
        explain('{ "actions": "../own.js" }', { 'other.js': code }),
        explain('{}', { 'test/a.js': code, 'test/b.js': code }),
        explain('{}', { 'test/readme.md': '' }),
      ]),
    ).toMatchInlineSnapshot(`
      [
        "Failed to read test/own.signup.json: it is not JSON (Expected property name or '}' in JSON at position 1 (line 1 column 2)).",
        "Failed to read test/own.signup.json: the file has no field evnt. Did you mean event?",
        "Failed to read test/own.signup.json. No event has event.user.mail. Did you mean email?",
        "Failed to read test/own.signup.json. Failed to set user.email: it must be a string but received 5.",
        "Failed to read test/own.signup.json: ../own.js was not opened. Open it together with the case, or the folder with both.",
        "/test contains 2 Actions that nothing binds: name those that run, in order, as "actions" of the case.",
        "Failed to read /test: a tenant is triggers/triggers.json or tenant.yaml of the deploy tool, or .tf files, but this folder has none of them.",
      ]
    `);
  });
});
