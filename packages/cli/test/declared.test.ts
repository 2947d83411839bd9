// What an export declares, held against what its Actions use.
import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const bound = { 'pre-user-registration': [{ action_name: 'own' }] };

const createExport = (declared: object, code: string): string =>
  createFolder({
    'triggers/triggers.json': bound,
    'actions/own.json': { name: 'own', code: 'actions/own/code.js', ...declared },
    'actions/own/code.js': code,
    'actions/own/helper.js': 'module.exports = 1;',
    'node_modules/axios/package.json': { name: 'axios', version: '0.1.0', main: 'index.js' },
    'node_modules/axios/index.js': 'module.exports = 1;',
  });

const diagnostics = (stdout: string): string => /^Diagnostics\n(?: .*\n)*/m.exec(stdout)?.[0] ?? '';

describe.concurrent('run', () => {
  it('names packages, files, versions and secrets that the platform does not have', async ({
    expect,
  }) => {
    const folder = createExport(
      { dependencies: [], secrets: [{ name: 'CRM_KEY', value: 'given' }] },
      `require('axios');\nrequire('./helper');\nrequire('node:crypto');\n${action('event.secrets.CRM_KYE;')}`,
    );

    const { stdout, status } = await signupActions(folder, 'run', '.');

    expect(diagnostics(stdout)).toMatchInlineSnapshot(`
      "Diagnostics
        ! undeclared-package in own: The export does not declare the package axios, so the platform does not have it: add it to the dependencies of the Action.
            actions/own/code.js:1:1 │ require('axios');
        ! local-file in own: The platform has no file ./helper, because an Action is one file: copy its code in, or bundle both.
            actions/own/code.js:2:1 │ require('./helper');
        ! undeclared-secret in own: The export does not declare the secret CRM_KYE, so it is undefined: write CRM_KEY.
            actions/own/code.js:5:17 │ event.secrets.CRM_KYE;
        https://signup-actions.github.io/signup-actions/diagnostics#undeclared-package
        https://signup-actions.github.io/signup-actions/diagnostics#local-file
        https://signup-actions.github.io/signup-actions/diagnostics#undeclared-secret
      "
    `);
    expect(status).toBe(0);
  });

  it('names another version than the declared one', async ({ expect }) => {
    const folder = createExport(
      { dependencies: [{ name: 'axios', version: '1.7.9' }] },
      `require('axios/index.js');\n${action('')}`,
    );

    expect(diagnostics((await signupActions(folder, 'run', '.')).stdout)).toMatchInlineSnapshot(`
      "Diagnostics
        ! package-version in own: The export declares axios 1.7.9, but 0.1.0 is installed here; run npm install axios@1.7.9.
            actions/own/code.js:1:1 │ require('axios/index.js');
        https://signup-actions.github.io/signup-actions/diagnostics#package-version
      "
    `);
  });

  it('is silent about what is declared, and about packages of a file by itself', async ({
    expect,
  }) => {
    const folder = createExport(
      { dependencies: [{ name: 'axios', version: '0.1.0' }] },
      `require('axios');\n${action('')}`,
    );

    for (const path of ['.', 'actions/own/code.js']) {
      expect((await signupActions(folder, 'run', path)).stdout).not.toMatch(/Diagnostics|Note/);
    }
  });

  it('notes a draft, another trigger and functions that the version of Node does not have', async ({
    expect,
  }) => {
    const folder = createExport(
      {
        deployed: false,
        runtime: 'node18',
        supported_triggers: [{ id: 'post-login', version: 'v3' }],
      },
      action('typeof RegExp.escape; Object.groupBy([], () => 1); // my.URLPattern'),
    );

    const { stdout } = await signupActions(folder, 'run', '.');

    expect(stdout.slice(0, stdout.indexOf('──'))).toMatchInlineSnapshot(`
      "Note: own: The flow binds this Action to pre-user-registration, but it is made for post-login: bind another, or create one for this trigger.
      Note: own: This is a draft: the export says that the platform runs another version, until this one is deployed.
      Note: own uses Object.groupBy, RegExp.escape, which Node 18 of the platform does not have.

      "
    `);
  });
});
