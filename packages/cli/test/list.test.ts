import { expect, test } from 'vitest';
import { action, createFolder, signupActions, recordInColour } from './command.ts';

const trigger = 'pre-user-registration';
const tenant = {
  'tenant/triggers/triggers.json': {
    [trigger]: [
      { action_name: 'limit-attempts', display_name: 'Limit attempts' },
      { action_name: 'Arkose Bot Manager', display_name: 'Bots' },
      { action_name: 'tag', display_name: 'tag' },
    ],
  },
  'tenant/actions/limit-attempts.json': {
    name: 'limit-attempts',
    code: './actions/limit-attempts/code.js',
    runtime: 'node22',
    dependencies: [{ name: 'axios', version: '1.7.9' }],
    secrets: [
      { name: 'API_KEY', value: '_VALUE_NOT_SHOWN_' },
      { name: 'SALT', value: 'never-shown' },
      { name: 'TOKEN' },
    ],
    modules: [{ module_name: 'team', module_version_number: 2 }],
    deployed: true,
  },
  'tenant/actions/limit-attempts/code.js': action("const limit = '##LIMIT##';"),
  'tenant/actions/tag.json': { name: 'tag', code: './actions/tag/code.js', deployed: false },
  'tenant/actions/tag/code.js': action(''),
  'tenant/actions/unbound.json': { name: 'after-login', code: './actions/gone/code.js' },
  'tenant.env': 'TOKEN=never-shown-either',
};

test('list shows the order of Actions and what each needs', async () => {
  const folder = createFolder(tenant);
  const { status, stdout } = await recordInColour(expect, 'list', folder, 'list', 'tenant');
  expect(stdout).toMatchInlineSnapshot(`
    "1. limit-attempts
       file      tenant/actions/limit-attempts/code.js
       shown as  Limit attempts
       runtime   node22
       packages  axios@1.7.9
       modules   team version 2 (not here)
       secrets   API_KEY (no value), SALT, TOKEN (no value)
       marks     ##LIMIT## (no value)
    2. tag (draft)
       file      tenant/actions/tag/code.js
    Note: Arkose Bot Manager is bound to pre-user-registration, but its code is not here, as for Actions of the Marketplace: it is skipped.
    Note: Actions that are not bound to pre-user-registration are left out: after-login.
    "
  `);
  expect(status).toBe(0);
});

test('list knows which secrets have a value and prints none of them', async () => {
  const folder = createFolder(tenant);
  const options = ['--json', '--env-file', 'tenant.env'];
  const { stdout } = await signupActions(folder, 'list', 'tenant', ...options);
  expect(stdout).not.toContain('never-shown');
  expect(JSON.parse(stdout).actions[0]).toMatchInlineSnapshot(`
    {
      "displayName": "Limit attempts",
      "file": "tenant/actions/limit-attempts/code.js",
      "isDraft": false,
      "marks": [
        "##LIMIT##",
      ],
      "modules": [
        {
          "isHere": false,
          "name": "team",
          "version": 2,
        },
      ],
      "name": "limit-attempts",
      "packages": [
        "axios@1.7.9",
      ],
      "runtime": "node22",
      "secrets": [
        {
          "hasValue": false,
          "name": "API_KEY",
        },
        {
          "hasValue": true,
          "name": "SALT",
        },
        {
          "hasValue": true,
          "name": "TOKEN",
        },
      ],
    }
  `);
});
