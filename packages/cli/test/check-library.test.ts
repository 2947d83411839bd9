import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const refusal = "api.access.deny('no');";
const exported = (definition: object, code: string): Readonly<Record<string, unknown>> => ({
  'triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'gate' }] },
  'actions/gate.json': JSON.stringify(
    { name: 'gate', code: 'actions/gate/code.js', ...definition },
    null,
    2,
  ),
  'actions/gate/code.js': code,
});

describe.concurrent('check', () => {
  it('reads a folder of loose files as a library: Actions, and nothing else', async ({
    expect,
  }) => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`many/action-${index}.js`, action('')]),
    );
    const folder = createFolder({
      ...many,
      'rules/gate.cjs': action(refusal),
      'rules/typed.ts': 'export const onExecutePreUserRegistration = async () => {};',
      'old/hook.js': 'module.exports = function (user, context, cb) { cb(null, { user }); };',
      // None of these is an Action.
      'lib/names.js': 'exports.names = [];',
      'lib/sum.js': 'module.exports = (first, second) => first + second;',
      'gate.test.js': action(refusal),
      'node_modules/other/index.js': action(refusal),
    });

    expect((await signupActions(folder, 'check', '.')).stdout).toMatchInlineSnapshot(`
      "old/hook.js:1  The platform calls the export onExecutePreUserRegistration, but this is a Rule or a Hook, which is one function with a callback (see https://signup-actions.github.io/signup-actions/migrating): write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-missing)
      rules/gate.cjs:2  api.access.deny needs a second argument, the message for the user. (deny-without-user-message)
          2 │ api.access.deny('no');
            │ ~~~~~~~~~~~~~~~~~~~~~
      https://signup-actions.github.io/signup-actions/diagnostics#handler-missing
      https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message

      ✗ 28 Actions checked, 2 mistakes found
      "
    `);
  });

  it('leaves out Actions of other triggers in a folder, and says so', async ({ expect }) => {
    const folder = createFolder({
      'gate.js': action(refusal),
      'login/claims.js': 'exports.onExecutePostLogin = async () => {};',
    });

    expect(await signupActions(folder, 'check', '.')).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "Note: For other triggers than pre-user-registration, and left out: login/claims.js.
      ",
        "stdout": "gate.js:2  api.access.deny needs a second argument, the message for the user. (deny-without-user-message)
          2 │ api.access.deny('no');
            │ ~~~~~~~~~~~~~~~~~~~~~
      https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message

      ✗ 1 Action checked, 1 mistake found
      ",
      }
    `);
    expect((await signupActions(folder, 'check', 'login')).stdout).toMatchInlineSnapshot(`
      "login/claims.js:1  The platform calls the export onExecutePreUserRegistration, but this file exports onExecutePostLogin, which is for another trigger: write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-missing)
      https://signup-actions.github.io/signup-actions/diagnostics#handler-missing

      ✗ 1 Action checked, 1 mistake found
      "
    `);
  });

  it('leaves a line alone if a comment before it has the rule and a reason', async ({ expect }) => {
    const toIgnored = (comment: string): string =>
      action(`// signup-actions-ignore-next-line ${comment}\n  ${refusal}`);
    const folder = createFolder({
      'ignored.js': toIgnored('optional-field, deny-without-user-message -- nobody reads it'),
      'another-rule.js': toIgnored('optional-field -- nobody reads it'),
      'no-reason.js': toIgnored('deny-without-user-message'),
    });

    const { stdout } = await signupActions(folder, 'check', '--json');

    const { findings } = JSON.parse(stdout) as { findings: { file: string }[] };
    expect(findings.map(({ file }) => file)).toEqual(['another-rule.js', 'no-reason.js']);
  });

  it('holds the code against what the export declares', async ({ expect }) => {
    const code = `const axios = require('axios');
const { get } = require('@scope/client/get');
require('node:crypto');
${action('await axios.get(event.secrets.CRM_KYE, { key: event.secrets.OTHER }); await get();')}`;
    const dependencies = Array.from({ length: 11 }, (_, index) => ({ name: `package-${index}` }));
    const folder = createFolder(
      exported(
        {
          dependencies,
          secrets: [{ name: 'CRM_KEY' }],
          runtime: 'node12',
          supported_triggers: [{ id: 'post-login', version: 'v3' }],
        },
        code,
      ),
    );

    expect((await signupActions(folder, 'check')).stdout).toMatchInlineSnapshot(`
      "actions/gate.json:4  The platform accepts at most 10 packages per Action, but this one has 11: bundle some of them into the code. (too-many-packages)
      actions/gate.json:44  The platform no longer runs node12: choose node22. (unsupported-runtime)
      actions/gate.json:45  The flow binds this Action to pre-user-registration, but it is made for post-login: bind another, or create one for this trigger. (wrong-trigger)
      actions/gate/code.js:1  The export does not declare the package axios, so the platform does not have it: add it to the dependencies of the Action. (undeclared-package)
      actions/gate/code.js:2  The export does not declare the package @scope/client, so the platform does not have it: add it to the dependencies of the Action. (undeclared-package)
      actions/gate/code.js:5  The export does not declare the secret CRM_KYE, so it is undefined: write CRM_KEY. (undeclared-secret)
      actions/gate/code.js:5  The export does not declare the secret OTHER, so it is undefined: add it to the secrets of the Action. (undeclared-secret)
      https://signup-actions.github.io/signup-actions/diagnostics#too-many-packages
      https://signup-actions.github.io/signup-actions/diagnostics#unsupported-runtime
      https://signup-actions.github.io/signup-actions/diagnostics#wrong-trigger
      https://signup-actions.github.io/signup-actions/diagnostics#undeclared-package
      https://signup-actions.github.io/signup-actions/diagnostics#undeclared-secret

      ✗ 1 Action checked, 7 mistakes found
      "
    `);
  });

  it('finds nothing in an export that declares what its code uses', async ({ expect }) => {
    const folder = createFolder(
      exported(
        {
          dependencies: [{ name: 'axios', version: '1.7.0' }],
          secrets: [{ name: 'CRM_KEY' }],
          runtime: 'node22',
          deployed: true,
          supported_triggers: [{ id: 'pre-user-registration', version: 'v2' }],
        },
        `const axios = require('axios');\n${action('await axios.get(event.secrets.CRM_KEY);')}`,
      ),
    );

    expect(await signupActions(folder, 'check')).toMatchObject({ status: 0 });
  });
});
