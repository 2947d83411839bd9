// What keeps Actions from running that are fine on the platform, or that the platform does not even load.
import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

/** A first Action that would be seen if anything ran. */
const first = `console.log('loaded');\n${action("api.access.deny('no', 'No.');")}`;

const yaml = (dependencies: string): string => `actions:
  - { name: first, code: ./first.js }
  - { name: lookup, code: ./own.js, dependencies: [${dependencies}] }
triggers:
  pre-user-registration: [{ action_name: first }, { action_name: lookup }]`;

const notReady = {
  'a missing package': `require('axios');\n${action('')}`,
  'a missing file of a missing package': `require('@scope/sdk/lib/client');\n${action('')}`,
  'a missing file of an installed package': `require('installed/gone');\n${action('')}`,
  'a missing file': `require('./words');\n${action('')}`,
  'a missing package that the handler requires': action("require('axios');"),
  'a missing package that the handler imports': action("await import('@scope/sdk/client');"),
  'a missing package of an installed one': `require('installed');\n${action('')}`,
  'a module of the platform': `require('actions:helpers');\n${action('')}`,
  'a module of the platform in the handler': action("require('actions:helpers');"),
  'code that does not parse': action('if ('),
  'an ES module':
    'import axios from "axios";\nexport const onExecutePreUserRegistration = async () => {};',
  'await outside a function': `${action('')}await Promise.resolve();`,
  'a mark of the deploy tool': action('const domains = @@DOMAINS@@;'),
  'a template of Terraform': action('const domains = ${jsonencode(var.domains)};'),
  'lines that are commented out with #': `# An Action\n${action('')}`,
};

describe.concurrent('run', () => {
  it('says how to fix what keeps an Action from running, and runs nothing', async ({ expect }) => {
    const why = async ([kind, code]: readonly [string, string]): Promise<string> => {
      const folder = createFolder({
        'own.js': code,
        'node_modules/installed/package.json': { name: 'installed', main: 'index.js' },
        'node_modules/installed/index.js': "require('left-out');",
      });
      const { status, stdout, stderr } = await signupActions(folder, 'run', 'own.js');
      expect({ kind, status, stdout }).toEqual({ kind, status: 2, stdout: '' });
      return `${kind}: ${stderr.replace('error: Failed to run ~/own.js', '')}`;
    };

    const said = await Promise.all(Object.entries(notReady).map(why));

    expect(said.join('')).toMatchInlineSnapshot(`
      "a missing package: . The package axios is not installed: run npm install axios in ~ or above it.
      a missing file of a missing package: . The package @scope/sdk is not installed: run npm install @scope/sdk in ~ or above it.
      a missing file of an installed package: . The package installed has no installed/gone.
      a missing file: . There is no file ./words, which it requires.
      a missing package that the handler requires: . The package axios is not installed: run npm install axios in ~ or above it.
      a missing package that the handler imports: . The package @scope/sdk is not installed: run npm install @scope/sdk in ~ or above it.
      a missing package of an installed one: . The package left-out is not installed: run npm install left-out in ~ or above it.
      a module of the platform: . There is no Actions module helpers: pass its file to the command line with --module helpers=FILE.
      a module of the platform in the handler: . There is no Actions module helpers: pass its file to the command line with --module helpers=FILE.
      code that does not parse: :3. The code does not parse: Unexpected token.
      an ES module: :1. The platform loads CommonJS, but this file has import or export statements: write require(…) and exports.onExecutePreUserRegistration = async (event, api) => { … }.
      await outside a function: :4. The platform loads CommonJS, which has no await outside of an async function: wait inside of the handler.
      a mark of the deploy tool: :2. The mark @@DOMAINS@@ is still in the code: the deploy tool replaces it when it deploys; give it a value under AUTH0_KEYWORD_REPLACE_MAPPINGS in a config.json, which --config names, or with --env-file.
      a template of Terraform: :2. The code does not parse: Expected a semicolon or an implicit semicolon after a statement, but found none; if the file is a Terraform template, use what Terraform makes of it.
      lines that are commented out with #: :1. The code does not parse: a comment begins with //, not with #.
      "
    `);
  });

  it('names the version that an export declares, and has run none of its Actions', async ({
    expect,
  }) => {
    const folder = createFolder({
      'tenant.yaml': yaml('{ name: axios, version: 1.7.0 }'),
      'first.js': first,
      'own.js': `require('axios/unsafe');\n${action('')}`,
    });

    expect(await signupActions(folder, 'run', 'tenant.yaml')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to run ~/own.js. The package axios, which it declares, is not installed: run npm install axios@1.7.0 in ~ or above it.
      ",
        "stdout": "",
      }
    `);
  });

  it('runs an Action that does without a package', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action("try { require('axios'); } catch (error) { console.log(error.code); }"),
    });

    const { status, stdout } = await signupActions(folder, 'run', 'own.js');

    expect(stdout).toContain('│ MODULE_NOT_FOUND');
    expect(status).toBe(0);
  });
});
