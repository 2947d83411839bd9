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
      "own: The Action lists version 2 of the Actions module team, but the export holds the code of version 3: list version 3, or pass the code of version 2 with --module team=FILE.",
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
        "Failed to read /own.md: it must be a tenant.yaml of the deploy tool, what terraform show -json prints, or JSON of the Management API.",
        "Failed to read /data.json: it must be a tenant.yaml of the deploy tool, what terraform show -json prints, or JSON of the Management API.",
        "Failed to read /infra/main.tf: it is written in the language of Terraform, which a browser does not parse.
      Open what terraform show -json prints, or run signup-actions run on the folder.",
        "Failed to read /empty: a tenant is triggers/triggers.json or tenant.yaml of the deploy tool, or .tf files, but this folder has none of them.",
        "Failed to read /actions/own/code.js: it was not opened, so open the whole folder.",
      ]
    `);
  });
});
