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

test('a module that a plan gets from elsewhere is not guessed', async () => {
  const { resources } = plan.planned_values.root_module;
  const [first, second, flow] = resources;
  const team = {
    address: 'auth0_action_module.team',
    type: 'auth0_action_module',
    values: { name: 'team', code: '' },
  };
  const pinned = { ...first, values: { ...first?.values, modules: [{}] } };
  const root = { resources: [pinned, second, team, flow] };
  const folder = createFolder({
    'plan.json': { ...plan, planned_values: { root_module: root } },
  });
  const { status, stderr } = await signupActions(folder, 'run', 'plan.json');
  expect(stderr.replaceAll(folder, '~')).toMatchInlineSnapshot(`
    "error: Failed to read ~/plan.json: it is not known which Actions module number 1 of auth0_action.block is.
    Run terraform apply, then pass what terraform show -json prints.
    "
  `);
  expect(status).toBe(2);
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

test('standard input has its own name in errors and notes', async () => {
  const list = async (input: string): Promise<string> => {
    const child = spawn(process.execPath, [...command, 'list', '-'], {
      cwd: createFolder({}),
      env: { ...toolEnv, NO_COLOR: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.end(input);
    const { stdout, stderr } = await waitFor(child);
    return stdout + stderr;
  };
  expect(await list('{}')).toContain('Failed to read standard input: it must be');
  expect(await list(JSON.stringify(listed))).toContain('Note: standard input has no bindings');
});

test('an Action that is shown twice runs once, as it is shown last', async () => {
  const [first, second] = listed;
  const folder = createFolder({
    'actions.json': [{ actions: [first, { ...second, code: 'old' }] }, second]
      .map((document) => JSON.stringify(document))
      .join('\n'),
  });
  const { stdout } = await signupActions(folder, 'list', 'actions.json');
  expect(stdout.match(/^\d+\. .*/gm)).toHaveLength(2);
  expect((await signupActions(folder, 'check', 'actions.json')).stdout).toContain('nothing found');
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

/** Files of Terraform that bind two Actions; the second one has its code in a file. */
const terraform = {
  'main.tf': `
terraform {
  required_providers {
    auth0 = { source = "auth0/auth0" }
  }
}
locals {
  prefix = "Block"
  other  = upper("ignored")
}
variable "what" {
  default = "people"
}
variable "key" {
  sensitive = true
}
resource "auth0_action" "block" {
  name   = "\${local.prefix} / \${var.what}"
  deploy = true
  code   = <<-EOT
    exports.onExecutePreUserRegistration = async (event, api) => {
      api.user.setAppMetadata('template', \`$\${String(event.user.email).length > 3}\`);
      api.access.deny('bot', 'Please try again later.');
    };
  EOT
  supported_triggers {
    id      = "pre-user-registration"
    version = "v2"
  }
  depends_on = [auth0_action.tag]
}
resource "auth0_action" "unbound" {
  name = "Unbound"
  code = templatefile("x.tftpl", {})
}
`,
  'tag.tf': `
resource "auth0_action" "tag" {
  name   = "Tag"
  code   = file("\${path.module}/code/tag.js")
  deploy = true
  secrets {
    name  = "KEY"
    value = var.key
  }
  secrets {
    name  = "FIXED"
    value = "fixed-value!"
  }
}
`,
  'terraform.tfvars': 'what = "bots"\n',
  'flow.tf.json': {
    resource: {
      auth0_trigger_actions: {
        flow: {
          trigger,
          actions: [
            { id: '${auth0_action.tag.id}', display_name: '${auth0_action.tag.name}' },
            { id: '${auth0_action.block.id}', display_name: 'Block' },
          ],
        },
      },
    },
  },
  'code/tag.js': action(
    "api.user.setAppMetadata('key', event.secrets.KEY && event.secrets.FIXED.length);",
  ),
};

test('a folder of Terraform files runs in the order of its bindings', async () => {
  const { status, stdout } = await signupActions(
    createFolder(terraform),
    'run',
    '.',
    '--secret',
    'KEY=abc',
  );
  expect(stdout).toMatch(/✓ Tag +completed[^]*✗ Block \/ bots +refused/);
  expect(stdout).toContain('setAppMetadata("key", 12)');
  expect(stdout).toContain('setAppMetadata("template", "true")');
  expect(status).toBe(1);
});

test('a secret whose value Terraform gets elsewhere has no value', async () => {
  const { status, stderr } = await signupActions(createFolder(terraform), 'run', '.');
  expect(stderr).toContain('the secret KEY (Tag) has no value');
  expect(status).toBe(2);
});

test.for(['check', 'list'])('%s reads a folder of Terraform files', async (name) => {
  const { status, stdout, stderr } = await signupActions(createFolder(terraform), name, '.');
  expect(stdout).toContain(name === 'list' ? 'Block / bots' : '2 Actions checked');
  expect(stdout + stderr).toContain('Unbound');
  expect(status).toBe(0);
});

const resource = (body: string, kind = 'auth0_action" "block') =>
  `resource "${kind}" {\n${body}\n}\n`;
const blockBots = resource(`name = "Block bots"\ncode = "exports.x = 1;"`);
const flow = (body: string) =>
  resource(`trigger = "${trigger}"\n${body}`, 'auth0_trigger_actions" "flow');
const single = (body: string) =>
  resource(`trigger = "${trigger}"\n${body}`, 'auth0_trigger_action" "one');

test.for([
  ['the name of the Action', 'auth0_action.block.name'],
  ['one that only Terraform can evaluate', 'upper(auth0_action.block.name)'],
  ['a local that refers to the Action', 'local.shown'],
])('an Action is bound whose display name is %s', async ([, name]) => {
  const binding = flow(`actions {\n id = auth0_action.block.id\n display_name = ${name}\n}`);
  const folder = createFolder({
    'main.tf': `locals {\n shown = "\${auth0_action.block.name}!"\n}\n${blockBots}${binding}`,
  });
  const { status, stdout, stderr } = await signupActions(folder, 'list', '.');
  expect(stderr).toBe('');
  expect(stdout).toContain('Block bots');
  expect(status).toBe(0);
});

test('what an Action does not need is left open, and said', async () => {
  const left = resource(`name = format("%s", var.env)
runtime = var.runtime
deploy = var.deploy
code = "exports.onExecutePreUserRegistration = async (event) => void event.secrets.KEY;"
secrets {
  name = "FIXED"
  value = "fixed-value!"
}
dynamic "secrets" {
  for_each = var.secrets
  content {
    name = secrets.key
  }
}
dependencies {
  name = "axios"
  version = var.axios
}`);
  const folder = createFolder({
    'main.tf': left + flow('actions {\n id = auth0_action.block.id\n}'),
  });
  const { status, stdout, stderr } = await signupActions(
    folder,
    'run',
    '.',
    '--secret',
    'KEY=abcdefgh',
  );
  expect(stderr).toBe('');
  expect(stdout.match(/^Note: .*\n/gm)?.join('')).toMatchInlineSnapshot(`
    "Note: auth0_action.block.dependencies[0].version is "var.axios", which only Terraform can evaluate: any package may be declared.
    Note: auth0_action.block.deploy is "var.deploy", which only Terraform can evaluate: it counts as absent.
    Note: auth0_action.block.name is "format(…)", which only Terraform can evaluate: the Action is called block here.
    Note: auth0_action.block.runtime is "var.runtime", which only Terraform can evaluate: it counts as absent.
    Note: auth0_action.block has dynamic secrets, which only Terraform can evaluate: any secret may be declared.
    "
  `);
  expect(stdout).toContain('✓ block');
  expect(status).toBe(0);
  const checked = await signupActions(folder, 'check', '.');
  expect(checked.stdout).toContain('✓ 1 Action checked, nothing found\n');
});

const unknown = [
  ['an attribute that is not there', resource('name = "A"\ncode = auth0_action.block.other')],
  ['a function', resource('name = "A"\ncode = templatefile("a.js", { a = 1 })')],
  ['an unknown variable', 'variable "code" {}\n' + resource('code = var.code')],
  ['a part of a string', resource('name = "A"\ncode = "const a = ${var.a};"')],
  ['a directive', resource('name = "A"\ncode = "%{ if true }a%{ endif }"')],
  ['a file that is not there', resource('name = "A"\ncode = file("${path.module}/none.js")')],
  ['a local that refers to itself', 'locals {\n  a = local.a\n}\n' + resource('code = local.a')],
  ['for_each', resource('for_each = toset(["a"])\nname = "A"\ncode = "1"')],
  ['dynamic blocks', blockBots + flow('dynamic "actions" {\n for_each = [1]\n content {}\n}')],
  [
    'an Action of a module',
    blockBots + flow('actions {\n id = module.a.id\n display_name = "A"\n}'),
  ],
  [
    'an Action that is not there',
    flow('actions {\n id = auth0_action.a.id\n display_name = "A"\n}'),
  ],
  [
    'a trigger that is not known',
    blockBots + resource('trigger = var.t', 'auth0_trigger_actions" "f'),
  ],
  [
    'a binding that is repeated',
    blockBots + single('count = 2\naction_id = auth0_action.block.id'),
  ],
  [
    'several things',
    resource('count = 1\ncode = var.code') + flow('actions {\n id = auth0_action.block.id\n}'),
  ],
  ['a module that may bind', blockBots + 'module "a" {\n source = "./a"\n}'],
  ['no Actions', 'locals {}'],
  ['HCL that does not parse', 'resource {'],
] as const;

test('Terraform files that only Terraform can evaluate are refused by address', async () => {
  const messages = await Promise.all(
    unknown.map(async ([what, content]) => {
      const folder = createFolder({ 'main.tf': content });
      const { status, stderr } = await signupActions(folder, 'run', '.');
      return `${what}: ${status} ${stderr.replaceAll(folder, '~')}`;
    }),
  );
  expect(messages.join('')).toMatchInlineSnapshot(`
    "an attribute that is not there: 2 error: Failed to read ~: auth0_action.block.code is "auth0_action.block.other", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    a function: 2 error: Failed to read ~: auth0_action.block.code is "templatefile(…)", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    an unknown variable: 2 error: Failed to read ~: auth0_action.block.code is "var.code", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    a part of a string: 2 error: Failed to read ~: auth0_action.block.code is "var.a", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    a directive: 2 error: Failed to read ~: auth0_action.block.code is "%{…}", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    a file that is not there: 2 error: Failed to read auth0_action.block.code: ~/none.js: there is no such file.
    a local that refers to itself: 2 error: Failed to read ~: auth0_action.block.code is "local.a", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    for_each: 2 error: Failed to read ~: auth0_action.block has for_each, which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    dynamic blocks: 2 error: Failed to read ~: auth0_trigger_actions.flow has dynamic actions, which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    an Action of a module: 2 error: Failed to read ~: auth0_trigger_actions.flow.actions[0].id is "module.a.id", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    an Action that is not there: 2 error: Failed to read ~: it is not known which Action number 1 of auth0_trigger_actions.flow is.
    Run terraform apply, then pass what terraform show -json prints.
    a trigger that is not known: 2 error: Failed to read ~: auth0_trigger_actions.f.trigger is "var.t", which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    a binding that is repeated: 2 error: Failed to read ~: auth0_trigger_action.one has count, which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    several things: 2 error: Failed to read ~: it has what only Terraform can evaluate:
      auth0_action.block.code is "var.code"
      auth0_action.block has count
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    a module that may bind: 2 error: Failed to read ~: module.a may bind Actions, which only Terraform can evaluate.
    Pass what terraform show -json prints: terraform show -json | signup-actions run -
    no Actions: 2 error: Failed to read ~: its Terraform files declare no auth0_action.
    HCL that does not parse: 2 error: Failed to read ~/main.tf: it is not HCL (Unclosed configuration block).
    "
  `);
});

test('bindings of Terraform one by one run the Actions that they refer to', async () => {
  const folder = createFolder({
    'main.tf':
      blockBots.replace('exports.x = 1;', action('').replaceAll('\n', ' ')) +
      single('action_id = auth0_action.block.id'),
  });
  const { status, stdout } = await signupActions(folder, 'list', '.');
  expect(stdout).toContain('Block bots');
  expect(status).toBe(0);
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

test('check looks at Actions that are not bound, without counting them as a flow, and says which it leaves out', async () => {
  const others = Array.from({ length: 25 }, (_, index) => `other-${index}`);
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
  - name: Broken
    code: broken.js
    supported_triggers: [{ id: ${trigger} }]
  - name: Gone
    code: gone.js
  - name: After login
    code: gone.js
    supported_triggers: [{ id: post-login }]
${others.map((name) => `  - { name: ${name}, code: other.js }`).join('\n')}
triggers:
  ${trigger}:
    - action_name: Block bots
`,
    'code.js': block.code,
    'broken.js': 'this is broken (',
    'other.js': action(''),
  });
  const { status, stdout, stderr } = await signupActions(folder, 'check', '.');
  expect(stderr.replaceAll(folder, '~')).toMatchInlineSnapshot(`
    "Note: Not bound to pre-user-registration, and checked all the same: Broken, other-0, other-1, other-2, other-3, other-4, other-5, other-6, other-7, other-8, other-9, other-10, other-11, other-12, other-13, other-14, other-15, other-16, other-17, other-18, other-19, other-20, other-21, other-22, other-23, other-24.
    Note: For other triggers than pre-user-registration, and left out: After login.
    Note: Gone is not bound to pre-user-registration, and is left out. Failed to read ~/actions/Gone/code.js: there is no such file.
    "
  `);
  expect(stdout.replaceAll(folder, '~')).toMatchInlineSnapshot(`
    "broken.js:1  The code does not parse: Expected a semicolon or an implicit semicolon after a statement, but found none. (syntax)

    ✗ 27 Actions checked, 1 mistake found
    "
  `);
  expect(status).toBe(1);
});
