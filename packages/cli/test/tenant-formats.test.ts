import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { action, command, createFolder, signupActions, toolEnv, waitFor } from './command.ts';

const trigger = 'pre-user-registration';
const supported = { supported_triggers: [{ id: trigger, version: 'v2' }] };
const block = {
  name: 'Block / bots',
  code: action("api.access.deny('bot', 'Please try again later.');"),
  runtime: 'node22',
  dependencies: [],
  ...supported,
};
const tag = {
  name: 'Tag',
  code: action("api.user.setAppMetadata('key', event.secrets.KEY.length);"),
  runtime: 'node22',
  dependencies: [],
  secrets: [{ name: 'KEY', value: 'sixteen-letters!' }],
  ...supported,
};

/** A state as `terraform show -json` prints it: the second Action is in a module of Terraform. */
const state = {
  format_version: '1.0',
  terraform_version: '1.9.8',
  values: {
    root_module: {
      resources: [
        {
          address: 'auth0_action.block',
          mode: 'managed',
          type: 'auth0_action',
          name: 'block',
          values: { ...block, id: 'act-1', deploy: true, modules: [], secrets: [] },
        },
        {
          address: 'auth0_trigger_actions.flow',
          mode: 'managed',
          type: 'auth0_trigger_actions',
          name: 'flow',
          values: {
            id: trigger,
            trigger,
            actions: [
              { id: 'act-2', display_name: 'Tag it' },
              { id: 'act-1', display_name: 'Block bots' },
            ],
          },
        },
      ],
      child_modules: [
        {
          address: 'module.tags',
          resources: [
            {
              address: 'module.tags.auth0_action.tag',
              mode: 'managed',
              type: 'auth0_action',
              name: 'tag',
              values: { ...tag, id: 'act-2', deploy: false, modules: null },
            },
          ],
        },
      ],
    },
  },
};

/** A plan of the same, before anything has an id. */
const plan = {
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [
        { address: 'auth0_action.block', type: 'auth0_action', values: block },
        { address: 'auth0_action.tag', type: 'auth0_action', values: tag },
        {
          address: 'auth0_trigger_actions.flow',
          type: 'auth0_trigger_actions',
          values: { trigger, actions: [{ display_name: 'First' }, { display_name: 'Second' }] },
        },
      ],
    },
  },
  configuration: {
    root_module: {
      resources: [
        {
          address: 'auth0_trigger_actions.flow',
          expressions: {
            trigger: { constant_value: trigger },
            actions: ['tag', 'block'].map((name) => ({
              id: { references: [`auth0_action.${name}.id`, `auth0_action.${name}`] },
            })),
          },
        },
      ],
    },
  },
};

const bindings = {
  bindings: [
    { id: 'b1', trigger_id: trigger, display_name: 'Tag it', action: { id: 'act-2', name: 'Tag' } },
    { id: 'b2', trigger_id: trigger, display_name: 'Block', action: { id: 'act-1' } },
  ],
  total: 2,
};
const listed = [
  { ...block, id: 'act-1', all_changes_deployed: true },
  { ...tag, id: 'act-2', all_changes_deployed: true, secrets: [{ name: 'KEY' }] },
];

test.for([
  ['a state of Terraform', 'state.json', state],
  ['a plan of Terraform', 'plan.json', plan],
] as const)('%s runs in the order of its bindings', async ([, name, content]) => {
  const folder = createFolder({ [name]: content });
  const { status, stdout } = await signupActions(folder, 'run', name);
  expect(stdout).toMatch(/✓ Tag +completed[^]*✗ Block \/ bots +refused/);
  expect(stdout).toContain('setAppMetadata("key", 16)');
  expect(status).toBe(1);
});

test('an Action that Terraform does not deploy is a draft', async () => {
  const { stdout } = await signupActions(
    createFolder({ 'state.json': state }),
    'run',
    'state.json',
  );
  expect(stdout).toContain('Tag: This is a draft');
});

test.for([
  [
    'two documents, one after another',
    JSON.stringify({ actions: listed }) + '\n' + JSON.stringify(bindings, undefined, 2),
  ],
  ['an array and bindings', JSON.stringify(listed) + JSON.stringify(bindings)],
] as const)('the Management API in %s runs in the order of its bindings', async ([, json]) => {
  const folder = createFolder({ 'actions.json': json });
  const { status, stdout } = await signupActions(
    folder,
    'run',
    'actions.json',
    '--secret',
    'KEY=abc',
  );
  expect(stdout).toMatch(/✓ Tag +completed[^]*✗ Block \/ bots +refused/);
  expect(status).toBe(1);
});

test('one Action of the Management API runs by itself, and misses the secrets that the API keeps', async () => {
  const folder = createFolder({ 'action.json': { ...listed[1] } });
  const { status, stderr } = await signupActions(folder, 'run', 'action.json');
  expect(stderr).toContain('the secret KEY (Tag) has no value');
  expect(status).toBe(2);
});

test.for(['run', 'check'])('%s reads a tenant from standard input', async (name) => {
  const folder = createFolder({ 'state.json': state });
  const child = spawn(process.execPath, [...command, name, '-'], {
    cwd: folder,
    env: { ...toolEnv, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(readFileSync(join(folder, 'state.json')));
  const { status, stdout, stderr } = await waitFor(child);
  expect(stderr).toBe('');
  expect(stdout).toContain(name === 'run' ? 'DENIED by Block / bots' : '2 Actions checked');
  expect(status).toBe(name === 'run' ? 1 : 0);
});

test('JSON of no known format is refused with the formats that there are', async () => {
  const folder = createFolder({ 'other.json': { hello: 1 } });
  const { status, stderr } = await signupActions(folder, 'run', 'other.json');
  expect(stderr.replaceAll(folder, '~')).toMatchInlineSnapshot(`
    "error: Failed to read ~/other.json: it must be a tenant.yaml of the deploy tool, what terraform show -json prints, or JSON of the Management API.
    "
  `);
  expect(status).toBe(2);
});

test('a folder of Terraform files is refused with the command that evaluates them', async () => {
  const folder = createFolder({ 'main.tf': 'resource "auth0_action" "block" {}' });
  const { status, stderr } = await signupActions(folder, 'run', '.');
  expect(stderr.replaceAll(folder, '~')).toMatchInlineSnapshot(`
    "error: Failed to read ~: it has Terraform files, which only Terraform evaluates.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    "
  `);
  expect(status).toBe(2);
});

/** An export in which marks stand for values. */
const marked = (code: string) => ({
  'triggers/triggers.json': { [trigger]: [{ action_name: '##ENV## tag', display_name: 'Tag' }] },
  'actions/tag.json':
    '{ "name": "##ENV## tag", "code": "./actions/tag/code.js", "dependencies": @@DEPS@@, "secrets": "@@SECRETS@@" }',
  'actions/tag/code.js': action(code),
});
const mappings = {
  ENV: 'test $& ',
  DEPS: [],
  SECRETS: [{ name: 'KEY', value: 'given-value' }],
  PLANS: ['free', 'paid'],
};

test.for([
  ['beside the export', 'config.json', []],
  ['by --config', 'deploy.json', ['--config', 'deploy.json']],
] as const)('marks get their values from a configuration %s', async ([, name, options]) => {
  const folder = createFolder({
    ...marked(
      "api.user.setAppMetadata('plans', ['##ENV##', '@@PLANS@@', event.secrets.KEY].join());",
    ),
    [name]: { AUTH0_KEYWORD_REPLACE_MAPPINGS: mappings },
  });
  const { status, stdout } = await signupActions(folder, 'run', '.', ...options);
  expect(stdout).toContain('setAppMetadata("plans", "test $& ,free,paid,[secret KEY]")');
  expect(status).toBe(0);
});

test('a value of the environment file wins over the configuration', async () => {
  const folder = createFolder({
    ...marked("api.user.setAppMetadata('env', '##ENV##');"),
    'config.json': { AUTH0_KEYWORD_REPLACE_MAPPINGS: { ...mappings, SECRETS: [] } },
    '.env': 'ENV=other\n',
  });
  const { stdout } = await signupActions(folder, 'run', '.', '--env-file', '.env');
  expect(stdout).toContain('setAppMetadata("env", "other")');
});

test('a mark without a value in the name of a bound Action is refused', async () => {
  const { status, stderr } = await signupActions(createFolder(marked('')), 'run', '.');
  expect(stderr).toContain('the mark ##ENV## has no value.');
  expect(status).toBe(2);
});

test('an Action of the Marketplace is skipped with a note, and one that is misspelled is not', async () => {
  const files = (name: string) => ({
    'triggers/triggers.json': {
      [trigger]: [{ action_name: name }, { action_name: 'Block bots' }],
    },
    'actions/block.json': { ...block, name: 'Block bots', code: 'actions/block/code.js' },
    'actions/block/code.js': block.code,
  });
  const market = await signupActions(createFolder(files('Arkose Bot Manager')), 'run', '.');
  expect(market.stdout).toContain(
    'Arkose Bot Manager is bound to pre-user-registration, but its code is not here',
  );
  expect(market.status).toBe(1);
  const misspelled = await signupActions(createFolder(files('Block bot')), 'run', '.');
  expect(misspelled.stderr).toContain('Did you mean "Block bots"?');
  expect(misspelled.status).toBe(2);
});

test('what is broken and not bound does not matter, but a bound Action may be what is broken', async () => {
  const files = (bound: string) => ({
    'triggers/triggers.json': {
      [trigger]: [{ action_name: bound }, { action_name: 'Block bots' }],
    },
    'actions/block.json': { ...block, name: 'Block bots', code: 'actions/block/code.js' },
    'actions/block/code.js': block.code,
    'actions/other.json': '{ "name": ',
  });
  const whole = await signupActions(createFolder(files('Block bots')), 'run', '.');
  expect(whole.status).toBe(1);
  const broken = await signupActions(createFolder(files('other')), 'run', '.');
  expect(broken.stderr).toContain('actions/other.json: it is not JSON');
  expect(broken.status).toBe(2);
});

test('check says which Actions of an export it does not look at', async () => {
  const folder = createFolder({
    'tenant.yaml': `
defaults: &defaults
  runtime: node22
  code: code.js
  secrets: []
  dependencies: []
actions:
  - <<: *defaults
    name: Block bots
  - name: Other
    code: other.js
triggers:
  ${trigger}:
    - action_name: Block bots
`,
    'code.js': block.code,
  });
  const { status, stdout, stderr } = await signupActions(folder, 'check', '.');
  expect(stderr).toBe(
    'Note: Actions that are not bound to pre-user-registration are left out: Other.\n',
  );
  expect(stdout).toContain('1 Action checked');
  expect(status).toBe(0);
});
