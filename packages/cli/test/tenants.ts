// One tenant in every format, as the tools write it: names with spaces and slashes, an Actions module, an Action for
// another trigger that is broken.
const trigger = 'pre-user-registration';
const supported = [{ id: trigger, version: 'v2' }];
const gate = `/**
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  const { allows } = require('actions:Team Rules');
  if (!allows(event.user.email)) {
    return api.access.deny('not of the team', 'Please use your work address.');
  }
};
`;
const tag = `exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setAppMetadata('salt', event.secrets.SALT.length);
};
`;
const team = "exports.allows = (email = '') => email.endsWith('@' + actions.secrets.DOMAIN);\n";
const broken = 'exports.onExecutePostLogin = async (event, api) => {';

/** The values that no export has. */
export const tenantSecrets = 'SALT=pepper-and-salt\nTeam Rules.DOMAIN=corp.example\n';

const resource = (address: string, values: object) => {
  const [, type] = /(auth0_\w+)\./.exec(address) ?? [];
  return { address, mode: 'managed', type, values };
};
const pin = {
  module_id: 'mod-2',
  module_name: 'Team Rules',
  module_version_id: 'ver-3',
  module_version_number: 3,
};
const actionOf = (name: string, code: string, more: object = {}) => ({
  name,
  code,
  deploy: true,
  runtime: 'node22',
  dependencies: [],
  modules: [],
  secrets: [],
  supported_triggers: supported,
  ...more,
});
const salted = { secrets: [{ name: 'SALT', value: 'pepper-and-salt' }] };
const domain = [{ name: 'DOMAIN', value: 'corp.example', updated_at: '' }];
const login = { supported_triggers: [{ id: 'post-login', version: 'v3' }] };
const published = { publish: true, all_changes_published: true, latest_version_number: 3 };

const declared = [
  resource('auth0_action.gate[0]', actionOf('Gate / EU', gate, { id: 'act-1', modules: [pin] })),
  resource('auth0_action.login', actionOf('After login', broken, { id: 'act-3', ...login })),
  resource('auth0_action.tag["eu"]', actionOf('Tag: plan?', tag, { id: 'act-2', ...salted })),
  resource('auth0_action_module.other', { id: 'mod-1', name: 'Other', code: '', secrets: [] }),
  resource('auth0_action_module.team', {
    id: 'mod-2',
    name: 'Team Rules',
    code: team,
    dependencies: [],
    secrets: domain,
    ...published,
  }),
];
const toState = (...bindings: readonly object[]) => ({
  format_version: '1.0',
  terraform_version: '1.13.4',
  values: { root_module: { resources: [...declared, ...bindings] } },
});

const refersTo = (address: string, attribute = 'id') => ({
  references: [`${address}.${attribute}`, address],
});
/** Before the first apply, nothing has an id. */
const plan = {
  format_version: '1.2',
  planned_values: {
    root_module: {
      child_modules: [
        {
          address: 'module.flow["eu"]',
          resources: [
            resource('module.flow["eu"].auth0_action_module.other', { name: 'Other', code: '' }),
            resource('module.flow["eu"].auth0_action_module.team', {
              name: 'Team Rules',
              code: team,
              publish: true,
              secrets: domain,
            }),
            resource(
              'module.flow["eu"].auth0_action.all["gate"]',
              actionOf('Gate / EU', gate, { modules: [{}] }),
            ),
            resource(
              'module.flow["eu"].auth0_action.all["a-tag"]',
              actionOf('Tag: plan?', tag, salted),
            ),
            resource('module.flow["eu"].auth0_trigger_action.all["a-tag"]', { trigger }),
            resource('module.flow["eu"].auth0_trigger_action.all["gate"]', { trigger }),
          ],
        },
      ],
    },
  },
  configuration: {
    root_module: {
      module_calls: {
        flow: {
          module: {
            resources: [
              {
                address: 'auth0_action.all',
                expressions: {
                  modules: [
                    {
                      module_id: refersTo('auth0_action_module.team'),
                      module_version_id: refersTo('auth0_action_module.team', 'version_id'),
                    },
                  ],
                },
              },
              {
                address: 'auth0_trigger_action.all',
                expressions: { action_id: { references: ['auth0_action.all', 'each.key'] } },
              },
            ],
          },
        },
      },
    },
  },
};

const terraform = {
  'modules/team.js': team,
  'actions/gate.js': gate,
  'actions/tag.js': tag,
  'terraform.tfvars': 'salt = "pepper-and-salt"\n',
  'main.tf': `
variable "salt" { type = string }
resource "auth0_action_module" "team" {
  name    = "Team Rules"
  publish = true
  code    = file("\${path.module}/modules/team.js")
  secrets {
    name  = "DOMAIN"
    value = "corp.example"
  }
}
resource "auth0_action" "gate" {
  name    = "Gate / EU"
  runtime = "node22"
  deploy  = true
  code    = file("\${path.module}/actions/gate.js")
  supported_triggers {
    id      = "${trigger}"
    version = "v2"
  }
  modules {
    module_id         = auth0_action_module.team.id
    module_version_id = auth0_action_module.team.version_id
  }
}
resource "auth0_action" "tag" {
  name   = "Tag: plan?"
  deploy = true
  code   = file("\${path.module}/actions/tag.js")
  supported_triggers {
    id      = "${trigger}"
    version = "v2"
  }
  secrets {
    name  = "SALT"
    value = var.salt
  }
}
resource "auth0_action" "login" {
  name = "After login"
  code = templatefile("\${path.module}/login.tftpl", {})
  supported_triggers {
    id      = "post-login"
    version = "v3"
  }
}
resource "auth0_trigger_action" "a_tag" {
  trigger   = "${trigger}"
  action_id = auth0_action.tag.id
}
resource "auth0_trigger_action" "b_gate" {
  trigger   = "${trigger}"
  action_id = auth0_action.gate.id
}
resource "auth0_trigger_action" "login" {
  trigger   = "post-login"
  action_id = auth0_action.login.id
}
`,
};

const toJson = (data: unknown): string => `${JSON.stringify(data, undefined, 2)}\n`;
const listed = (id: string, name: string, code: string, more: object) => ({
  ...actionOf(name, code, more),
  id,
  status: 'built',
  all_changes_deployed: true,
  deployed_version: { code, number: 4, deployed: true, modules: [] },
});
const bindings = [
  { action: { id: 'act-2', name: 'Tag: plan?' }, display_name: 'Tag' },
  { action: { id: 'act-9', name: 'Arkose Bot Manager' }, display_name: 'Bots' },
  { action: { id: 'act-1', name: 'Gate / EU' }, display_name: 'Gate' },
].map((binding) => ({ ...binding, trigger_id: trigger }));
/** What three requests return, one after another. */
const api =
  toJson({
    total: 3,
    actions: [
      listed('act-1', 'Gate / EU', gate, { modules: [pin] }),
      listed('act-2', 'Tag: plan?', tag, { secrets: [{ name: 'SALT', updated_at: '' }] }),
      listed('act-3', 'After login', broken, login),
    ],
  }) +
  toJson({
    modules: [
      {
        id: 'mod-2',
        name: 'Team Rules',
        code: team,
        secrets: [{ name: 'DOMAIN', updated_at: '' }],
        dependencies: [],
        ...published,
        latest_version: { id: 'ver-3', version_number: 3, code: team },
      },
    ],
  }) +
  toJson({ bindings, total: 3 });

const triggers = {
  [trigger]: [
    { action_name: 'Tag: plan?', display_name: 'Tag' },
    { action_name: 'Gate / EU', display_name: 'Gate' },
  ],
  'post-login': [{ action_name: 'After login', display_name: 'Login' }],
};
const exported = { runtime: 'node22', dependencies: [], deployed: true };
/** The deploy tool on Windows. */
const folder = {
  'triggers/triggers.json': triggers,
  'actions/Gate - EU.json': {
    ...exported,
    name: 'Gate / EU',
    code: '.\\actions\\Gate - EU\\code.js',
    secrets: [],
    supported_triggers: supported,
    modules: [{ module_name: 'Team Rules', module_version_number: 3 }],
  },
  'actions/Gate - EU/code.js': gate.replaceAll('\n', '\r\n'),
  'actions/Tag- plan-.json': {
    ...exported,
    name: 'Tag: plan?',
    code: 'C:\\Users\\ada\\tenant\\actions\\Tag- plan-\\code.js',
    secrets: [{ name: 'SALT', value: '_VALUE_NOT_SHOWN_' }],
    supported_triggers: supported,
  },
  'actions/Tag- plan-/code.js': tag,
  'actions/After login.json': '{ "name": "After login", ',
  'action-modules/Team Rules.json': {
    name: 'Team Rules',
    code: '.\\action-modules\\Team Rules\\code.js',
    secrets: [{ name: 'DOMAIN', value: '_VALUE_NOT_SHOWN_' }],
    latest_version_number: 3,
  },
  'action-modules/Team Rules/code.js': team,
  'clients/app.json': '{{',
};

const yaml = {
  'actions/Gate - EU/code.js': gate,
  'actions/Tag- plan-/code.js': tag,
  'action-modules/Team Rules/code.js': team,
  'tenant.yaml': `
x-common: &common
  runtime: node22
  dependencies: []
  deployed: true
  supported_triggers:
    - id: ${trigger}
      version: v2
actions:
  - <<: *common
    name: Gate / EU
    code: ./actions/Gate - EU/code.js
    secrets: []
    modules:
      - module_name: Team Rules
        module_version_number: 3
  - <<: [*common]
    name: 'Tag: plan?'
    code: '.\\actions\\Tag- plan-\\code.js'
    secrets:
      - { name: SALT, value: '@@SALT@@' }
  - name: After login
    code: ./gone.js
    supported_triggers: [{ id: post-login, version: v3 }]
actionModules:
  - name: Team Rules
    code: ./action-modules/Team Rules/code.js
    secrets: [{ name: DOMAIN }]
    latest_version_number: 3
triggers:
  ${trigger}:
    - { action_name: 'Tag: plan?', display_name: Tag }
    - { action_name: Arkose Bot Manager, display_name: Bots }
    - { action_name: Gate / EU, display_name: Gate }
clients:
  - name: @@APP@@
`,
};

/** The tenant in each format, as files; the path is what to pass to the command. */
export const tenants: readonly (readonly [
  format: string,
  path: string,
  files: Readonly<Record<string, unknown>>,
])[] = [
  [
    'a state of Terraform that binds all at once',
    'state.json',
    {
      'state.json': toState(
        resource('auth0_trigger_actions.login', {
          trigger: 'post-login',
          actions: [{ id: 'act-3', display_name: 'Login' }],
        }),
        resource('auth0_trigger_actions.flow', {
          trigger,
          actions: [
            { id: 'act-2', display_name: 'Tag' },
            { id: 'act-1', display_name: 'Gate' },
          ],
        }),
      ),
    },
  ],
  [
    'a state of Terraform that binds one by one',
    'state.json',
    {
      'state.json': toState(
        resource('auth0_trigger_action.flow[1]', { trigger, action_id: 'act-1' }),
        resource('auth0_trigger_action.flow[0]', { trigger, action_id: 'act-2' }),
        resource('auth0_trigger_action.login', { trigger: 'post-login', action_id: 'act-3' }),
      ),
    },
  ],
  ['a plan of Terraform, in a module', 'plan.json', { 'plan.json': plan }],
  ['a folder of Terraform files', '.', terraform],
  ['JSON of the Management API', 'api.json', { 'api.json': api }],
  ['a folder that the deploy tool exported on Windows', '.', folder],
  ['a tenant.yaml of the deploy tool', 'tenant.yaml', yaml],
];
