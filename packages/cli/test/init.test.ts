import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { action, createFolder, examples, signupActions, startSignupActions } from './command.ts';
import { createTenant, readAll, typedActions } from './project.ts';

const handler = 'exports.onExecutePreUserRegistration = async () => {};';
/** The files, in a folder of this name. */
const inFolder = (name: string, files: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [join(name, path), text]));

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** The `package.json` of a folder. The versions of our own packages, which each release changes, are `OWN`. */
const readManifest = (folder: string): string =>
  ['cli', 'testing', 'types'].reduce(
    (text, name) => {
      const { version } = JSON.parse(read(join(examples, '../packages', name), 'package.json'));
      const entry = `"@signup-actions/${name}": "^`;
      return text.replace(`${entry}${version}"`, `${entry}OWN"`);
    },
    read(folder, 'package.json'),
  );

describe('init', () => {
  it('prepares an exported tenant', async ({ expect }) => {
    const folder = createTenant();
    const before = readAll(folder);

    expect(await signupActions(folder, 'init')).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "",
        "stdout": "+ package.json                            created, with @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
      + jsconfig.json                           created: the editor knows the types and checks JavaScript
      + .vscode/launch.json                     created: VS Code debugs Actions
      + test/limit-attempts.test.mjs            created: a first test of limit-attempts
      + test/block-disposable-domains.test.mjs  created: a first test of block-disposable-domains
      + test/require-company.test.mjs           created: a first test of require-company
      + test/tag-plan.test.mjs                  created: a first test of tag-plan
      + test/flow.test.mjs                      created: a first test of the flow
      + test/flow.signup.json                   created: a first case of the flow, which needs no code

      Next
        npm i
        npx vitest run
        npx signup-actions test
        npx signup-actions check
      ",
      }
    `);
    expect(readManifest(folder)).toMatchInlineSnapshot(`
      "{
        "private": true,
        "type": "commonjs",
        "scripts": {
          "test": "vitest run"
        },
        "devDependencies": {
          "@signup-actions/cli": "^OWN",
          "@signup-actions/testing": "^OWN",
          "@signup-actions/types": "^OWN",
          "@types/node": "^24.19.2",
          "vitest": "^5.1.1"
        }
      }
      "
    `);
    expect(read(folder, 'jsconfig.json')).toMatchInlineSnapshot(`
      "{
        "compilerOptions": {
          "target": "es2023",
          "lib": [
            "es2023"
          ],
          "module": "preserve",
          "moduleResolution": "bundler",
          "moduleDetection": "force",
          "allowJs": true,
          "checkJs": true,
          "noEmit": true,
          "skipLibCheck": true,
          "strict": true,
          "noImplicitThis": false,
          "useUnknownInCatchVariables": false,
          "noImplicitAny": false,
          "maxNodeModuleJsDepth": 0,
          "types": [
            "@signup-actions/types/globals",
            "node",
            "@signup-actions/testing/vitest"
          ]
        }
      }
      "
    `);
    expect(read(folder, 'test/block-disposable-domains.test.mjs')).toMatchInlineSnapshot(`
      "import { createMockEvent, runAction } from '@signup-actions/testing';
      import '@signup-actions/testing/vitest';
      import { expect, it } from 'vitest';
      import { onExecutePreUserRegistration } from '../actions/block-disposable-domains/code.js';

      it('block-disposable-domains does not fail on an ordinary signup', async () => {
        const event = createMockEvent({
          secrets: {
            BLOCKED_DOMAINS: 'a value for tests',
          },
        });

        const outcome = await runAction(onExecutePreUserRegistration, event);

        expect(outcome).not.toHaveFailed();
        // Next, test what it does:
        // expect(outcome).toHaveDenied('the reason in the log', 'the message for the user');
      });
      "
    `);
    expect(readAll(folder)).toMatchObject(before);
  });

  it('prepares a folder of TypeScript sources', async ({ expect }) => {
    const folder = createFolder(typedActions);

    expect((await signupActions(folder, 'init')).stdout).toMatchInlineSnapshot(`
      "+ package.json           created, with @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
      + tsconfig.json          created: the editor knows the types and checks JavaScript
      + .vscode/launch.json    created: VS Code debugs Actions
      + tests/tag.test.mjs     created: a first test of tag
      + tests/tag.signup.json  created: a first case of tag, which needs no code

      Next
        npm i
        npx vitest run
        npx signup-actions test
        npx signup-actions check src/tag.ts
      "
    `);
  });

  it('changes nothing when it runs again', async ({ expect }) => {
    const folder = createTenant();
    await signupActions(folder, 'init');
    const before = readAll(folder);

    expect(await signupActions(folder, 'init')).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "",
        "stdout": "· package.json                            unchanged: it has all devDependencies
      · jsconfig.json                           unchanged: it has the types
      · .vscode/launch.json                     unchanged: it has a configuration for Actions
      · test/flow.test.mjs                      unchanged: it uses the kit
      · test/block-disposable-domains.test.mjs  unchanged: it uses the kit
      · test/flow.signup.json                   unchanged: a file of this name exists

      Next
        npm i
        npx vitest run
        npx signup-actions test
        npx signup-actions check
      ",
      }
    `);
    expect(readAll(folder)).toEqual(before);
  });

  it.for([
    {
      manifest: { devDependencies: { jest: '^30.0.0' } },
      file: 'test/action.test.js',
      head: "const { expect, it } = require('@jest/globals');",
      added: ['@jest/globals', 'expect', 'jest'],
      next: 'npx jest',
    },
    {
      manifest: { type: 'module', scripts: { test: 'jest --ci' } },
      file: 'test/action.test.js',
      head: "require('@signup-actions/testing/jest');",
      added: [],
      next: 'npx jest',
    },
    {
      manifest: { scripts: { test: 'node --test' } },
      file: 'test/action.test.js',
      head: "const { it } = require('node:test');",
      added: [],
      next: 'node --test test/action.test.js',
    },
    {
      manifest: { scripts: { 'test:unit': 'c8 mocha' } },
      file: 'test/action.test.js',
      head: "const { it } = require('mocha');",
      added: ['@types/mocha'],
      next: 'npx mocha test/action.test.js',
    },
    {
      manifest: { devDependencies: { ava: '^7.0.0' } },
      file: 'test/action.test.mjs',
      head: "import test from 'ava';",
      added: ['ava'],
      next: 'npx ava test/action.test.mjs',
    },
    {
      manifest: { scripts: { test: 'bun test' } },
      file: 'test/action.test.mjs',
      head: "import { expect, it } from 'bun:test';",
      added: ['@types/bun'],
      next: 'bun test',
    },
    {
      manifest: { type: 'commonjs', scripts: { test: 'deno test' } },
      file: 'test/action.test.mjs',
      head: "import { it } from 'node:test';",
      added: [],
      next: 'deno test --allow-all',
    },
    {
      manifest: { dependencies: { vitest: '^5.0.0' } },
      file: 'test/action.test.mjs',
      head: "import '@signup-actions/testing/vitest';",
      added: [],
      next: 'npx vitest run',
    },
  ])('gives $manifest $file', async ({ manifest, file, head, added, next }, { expect }) => {
    const folder = createFolder({ 'package.json': manifest, 'action.js': handler });

    const { stdout } = await signupActions(folder, 'init');

    expect(stdout.split('\n')).toContain(`  ${next}`);
    expect(read(folder, file).split('\n')).toContain(head);
    expect(read(folder, file)).toContain('../action.js');
    const { devDependencies } = JSON.parse(read(folder, 'package.json'));
    const others = Object.keys(devDependencies).filter((name) => !/signup|node/.test(name));
    expect(others).toEqual(added);
  });

  it.for([
    { files: { 'deno.json': {} }, runner: 'deno test' },
    { files: { 'bunfig.toml': '' }, runner: 'bun test' },
    { files: { 'lib/a.test.js': "require('node:test')" }, runner: 'node --test' },
    {
      files: { 'lib/a.spec.ts': "import { test } from '@playwright/test'" },
      runner: 'node --test',
    },
    { files: { 'lib/a.test.mjs': "import { it } from 'vitest'" }, runner: 'vitest run' },
    { files: { '../package.json': { devDependencies: { mocha: '*' } } }, runner: 'mocha' },
    { files: { '../.git/HEAD': '', '../package.json': {} }, runner: 'vitest run' },
  ])('finds $runner by $files', async ({ files, runner }, { expect }) => {
    const folder = createFolder({ 'folder/action.js': handler, ...inFolder('folder', files) });

    expect((await signupActions(folder, 'init', 'folder')).stdout).toContain(` ${runner}`);
  });

  it.for([
    { name: 'none', files: {}, added: ['undici', 'vitest'] },
    { name: 'one without', files: { 'package.json': {} }, added: ['undici', 'vitest'] },
    {
      name: 'one with both',
      files: { 'package.json': { devDependencies: { vitest: '^4.0.0', undici: '^7.0.0' } } },
      added: [],
    },
    {
      name: 'one above with the runner',
      files: { '../package.json': { devDependencies: { vitest: '^4.0.0' } } },
      added: ['undici'],
    },
  ])(
    'adds what a copied test imports to a package.json: $name',
    async ({ files, added }, { expect }) => {
      const test = `import { runAction } from '@signup-actions/testing';
import { MockAgent } from 'undici';
import { it } from 'vitest';
import * as action from './action.js';`;
      const folder = createFolder(
        inFolder('folder', { 'action.js': handler, 'action.test.ts': test, ...files }),
      );

      const { stdout } = await signupActions(folder, 'init', 'folder');

      const names = ['fast-check', 'undici', 'vitest'];
      expect(names.filter((name) => new RegExp(`package.json .*\\b${name}`).test(stdout))).toEqual(
        added,
      );
    },
  );

  it('adds lines to a package.json in the style of the file', async ({ expect }) => {
    const written = `{\n\t"name": "store",\n\t"devDependencies": {\n\t\t"@signup-actions/types": "1.0.0",\n\t\t"vitest": "^5.0.0"\n\t}\n}`;
    const folder = createFolder({ 'package.json': written, 'action.js': handler });

    await signupActions(folder, 'init');

    expect(readManifest(folder)).toMatchInlineSnapshot(`
      "{
      	"name": "store",
      	"devDependencies": {
      		"@signup-actions/cli": "^OWN",
      		"@signup-actions/testing": "^OWN",
      		"@signup-actions/types": "1.0.0",
      		"@types/node": "^24.19.2",
      		"vitest": "^5.0.0"
      	}
      }"
    `);
  });

  it.for([
    { name: 'a byte-order mark', written: '\uFEFF{\n  "name": "store"\n}\n', end: '\n' },
    { name: 'line ends of Windows', written: '{\r\n  "name": "store"\r\n}\r\n', end: '\r\n' },
  ])(
    'reads a package.json with $name, and keeps its line ends',
    async ({ written, end }, { expect }) => {
      const folder = createFolder({ 'package.json': written, 'action.js': handler });

      expect((await signupActions(folder, 'init')).stderr).toBe('');

      const lines = read(folder, 'package.json').split(end);
      expect(lines.slice(0, 2)).toEqual(['{', '  "name": "store",']);
      expect(lines.at(-1)).toBe('');
      expect(lines.join('')).not.toMatch(/[\r\n]/);
    },
  );

  it.for([
    { name: 'none', scripts: undefined, expected: 'vitest run' },
    {
      name: 'the one that npm init writes',
      scripts: { test: 'echo "Error: no test specified" && exit 1' },
      expected: 'vitest run',
    },
    { name: 'another', scripts: { test: 'make test' }, expected: 'make test' },
  ])(
    'adds the script of a new runner if the test script is $name',
    async ({ scripts, expected }, { expect }) => {
      const folder = createFolder({ 'package.json': { scripts }, 'action.js': handler });

      const { stdout } = await signupActions(folder, 'init');

      expect(JSON.parse(read(folder, 'package.json')).scripts.test).toBe(expected);
      expect(stdout.includes('; and the script test')).toBe(expected === 'vitest run');
    },
  );

  it('says what it leaves unchanged, and what to add by hand', async ({ expect }) => {
    const files = {
      'action.js': handler,
      'package.json': { devDependencies: { vitest: '^5.0.0' } },
      'tsconfig.json': '{ "compilerOptions": {} } // ours',
      'test/action.test.mjs': '// ours',
    };
    const folder = createFolder(files);

    expect((await signupActions(folder, 'init')).stdout).toMatchInlineSnapshot(`
      "+ package.json             added to devDependencies: @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node
      · tsconfig.json            unchanged: add "checkJs": true, and "@signup-actions/types/globals" and "@signup-actions/testing/vitest" to "types", in its "compilerOptions"
      + .vscode/launch.json      created: VS Code debugs Actions
      · test/action.test.mjs     unchanged: a file of this name exists
      + test/action.signup.json  created: a first case of action, which needs no code

      Next
        npm i
        npx vitest run
        npx signup-actions test
        npx signup-actions check action.js
      "
    `);
    expect(readAll(folder)).toMatchObject({
      'tsconfig.json': files['tsconfig.json'],
      'test/action.test.mjs': '// ours',
    });
  });

  it('makes a runner load Actions as CommonJS in a project of ES modules', async ({ expect }) => {
    const folder = createFolder({
      'package.json': { type: 'module', scripts: { test: 'node --test' } },
      'actions/tag.js': handler,
    });

    expect((await signupActions(folder, 'init')).stdout).toMatchInlineSnapshot(`
      "+ package.json          added to devDependencies: @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node
      + jsconfig.json         created: the editor knows the types and checks JavaScript
      + .vscode/launch.json   created: VS Code debugs Actions
      + actions/package.json  created: Actions are CommonJS
      + test/tag.test.js      created: a first test of tag
      + test/tag.signup.json  created: a first case of tag, which needs no code

      Next
        npm i
        node --test test/tag.test.js
        npx signup-actions test
        npx signup-actions check actions/tag.js
      "
    `);
    expect(read(folder, 'actions/package.json')).toMatchInlineSnapshot(`
      "{
        "private": true,
        "type": "commonjs"
      }
      "
    `);
  });

  it.for([
    ['beside package.json', { 'tag.js': handler }],
    ['beside ES modules', { 'src/tag.js': handler, 'src/app.js': 'export {};' }],
    ['beside the list of an export', { 'src/tag.js': handler, 'src/tag.json': {} }],
  ] as const)(
    'writes no test that the runner could not load: %s',
    async ([, files], { expect }) => {
      const manifest = { type: 'module', scripts: { test: 'node --test' } };
      const folder = createFolder({ 'package.json': manifest, ...files });

      const { stdout } = await signupActions(folder, 'init');

      expect(stdout).toContain('not created');
      expect(stdout).not.toContain('--test');
      const written = Object.keys(readAll(folder)).filter((path) => path.includes('test'));
      // A case needs no runner.
      expect(written).toEqual(['test/tag.signup.json']);
    },
  );

  it('skips the test of an Action that sends requests, and installs its packages', async ({
    expect,
  }) => {
    const body = "const res = await require('axios').get('x'); await fetch(event.secrets.URL);";
    const folder = createFolder({
      'package.json': { devDependencies: { vitest: '^5.0.0' } },
      'action.js': `const { join } = require('node:path');\n${action(body)}`,
    });

    await signupActions(folder, 'init');

    expect(read(folder, 'test/action.test.mjs')).toMatchInlineSnapshot(`
      "import { createMockEvent, runAction } from '@signup-actions/testing';
      import '@signup-actions/testing/vitest';
      import { expect, it } from 'vitest';
      import { onExecutePreUserRegistration } from '../action.js';

      // Respond to the requests of axios and fetch, then remove \`.skip\`: https://signup-actions.github.io/signup-actions/testing#the-network
      it.skip('action does not fail on an ordinary signup', async () => {
        const event = createMockEvent({
          secrets: {
            URL: 'a value for tests',
          },
        });

        const outcome = await runAction(onExecutePreUserRegistration, event);

        expect(outcome).not.toHaveFailed();
        // Next, test what it does:
        // expect(outcome).toHaveDenied('the reason in the log', 'the message for the user');
      });
      "
    `);
    expect(readManifest(folder)).toContain('"axios": "*"');
  });

  it('imports the module where Node does not find the name of a handler', async ({ expect }) => {
    const folder = createFolder({
      'package.json': { devDependencies: { ava: '^7.0.0' } },
      'action.js': `module.exports = { ...{}, async onExecutePreUserRegistration() {} };`,
    });

    await signupActions(folder, 'init');

    expect(read(folder, 'test/action.test.mjs')).toContain("import action from '../action.js';");
    expect(read(folder, 'test/action.test.mjs')).toContain('runAction(action, event)');
  });

  it('adds the test of a new Action, and none of one that has a test', async ({ expect }) => {
    const folder = createFolder({
      'actions/tag.js': handler,
      'actions/tag-plan.js': handler,
      'spec/all.spec.js': "require('@signup-actions/testing'); require('../actions/tag-plan.js');",
    });

    expect((await signupActions(folder, 'init')).stdout).toMatchInlineSnapshot(`
      "+ package.json               created, with @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node
      + jsconfig.json              created: the editor knows the types and checks JavaScript
      + .vscode/launch.json        created: VS Code debugs Actions
      · spec/all.spec.js           unchanged: it uses the kit
      + test/tag.test.js           created: a first test of tag
      + test/tag-plan.signup.json  created: a first case of tag-plan, which needs no code
      + test/tag.signup.json       created: a first case of tag, which needs no code

      Next
        npm i
        node --test spec/*.spec.js test/*.test.js
        npx signup-actions test
        npx signup-actions check actions/tag-plan.js actions/tag.js
      "
    `);
  });

  it('writes an example into an empty folder on request', async ({ expect }) => {
    const folder = createFolder({});

    const { stdout } = await signupActions(folder, 'init', '--example');

    expect(stdout).toMatchInlineSnapshot(`
      "+ block-domains.js                created: an example to begin with
      + package.json                    created, with @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
      + jsconfig.json                   created: the editor knows the types and checks JavaScript
      + .vscode/launch.json             created: VS Code debugs Actions
      + test/block-domains.test.mjs     created: a first test of block-domains
      + test/block-domains.signup.json  created: a first case of block-domains, which needs no code

      Next
        npm i
        npx vitest run
        npx signup-actions test
        npx signup-actions check block-domains.js
      "
    `);
    expect(read(folder, 'block-domains.js')).toBe(
      readFileSync(join(examples, '../docs/recipes/block-domains.js'), 'utf8'),
    );
  });

  it('gives each deployed Action a test, whatever it is called', async ({ expect }) => {
    const names = ['tag plan', 'tag-plan', "it's", 'flow'];
    const files = names.flatMap((name): [string, unknown][] => [
      [`actions/${name}.json`, { name, code: `actions/${name}/code.js` }],
      [`actions/${name}/code.js`, handler],
    ]);
    const bound = names.map((name) => ({ action_name: name }));
    const folder = createFolder({
      ...Object.fromEntries(files),
      'triggers/triggers.json': { 'pre-user-registration': bound },
      'src/tag-plan.ts': 'export const onExecutePreUserRegistration = async () => {};',
    });

    await signupActions(folder, 'init');

    const tests = Object.keys(readAll(folder)).filter((path) => path.startsWith('test/'));
    expect(tests.toSorted()).toEqual([
      'test/flow-2.test.mjs',
      'test/flow.signup.json',
      'test/flow.test.mjs',
      'test/it-s.test.mjs',
      'test/tag-plan-2.test.mjs',
      'test/tag-plan.test.mjs',
    ]);
    expect(read(folder, 'test/flow-2.test.mjs')).toMatchInlineSnapshot(`
      "import { createMockEvent, runFlow } from '@signup-actions/testing';
      import '@signup-actions/testing/vitest';
      import { expect, it } from 'vitest';
      import { onExecutePreUserRegistration as tagPlanAction } from '../actions/tag plan/code.js';
      import { onExecutePreUserRegistration as action2 } from '../actions/tag-plan/code.js';
      import { onExecutePreUserRegistration as itSAction } from '../actions/it\\'s/code.js';
      import { onExecutePreUserRegistration as flowAction } from '../actions/flow/code.js';

      /**
       * In binding order. Each Action has its own secrets.
       *
       * @type {import('@signup-actions/testing').TestAction[]}
       */
      const flow = [
        { name: 'tag plan', handler: tagPlanAction },
        { name: 'tag-plan', handler: action2 },
        { name: 'it\\'s', handler: itSAction },
        { name: 'flow', handler: flowAction },
      ];

      it('the flow does not fail on an ordinary signup', async () => {
        const outcome = await runFlow(flow, createMockEvent());

        expect(outcome).not.toHaveFailed();
        // Next, test what it does:
        // expect(outcome).toHaveDenied('the reason in the log', 'the message for the user');
      });
      "
    `);
  });

  it('begins with the way to the folder', async ({ expect }) => {
    const folder = createFolder({ 'my tenant/action.js': handler });

    expect((await signupActions(folder, 'init', 'my tenant')).stdout).toContain(
      'Next\n  cd "my tenant"\n  npm i\n',
    );
  });

  it.for([
    [{}, "require('node:test')", 'lib/action.spec.js'],
    [{}, "import { test } from '@playwright/test'", 'test/action.test.js'],
    [{ mocha: '*' }, "import { test } from '@playwright/test'", 'test/action.test.js'],
    [{ mocha: '*' }, '', 'lib/action.spec.js'],
  ] as const)(
    'puts a test where the project of %j has tests like %s',
    async ([devDependencies, text, path], { expect }) => {
      const folder = createFolder({
        'package.json': { devDependencies },
        'lib/other.spec.js': text,
        'action.js': handler,
      });

      await signupActions(folder, 'init');

      expect(Object.keys(readAll(folder))).toContain(path);
    },
  );

  it('quotes a path with a space', async ({ expect }) => {
    const folder = createFolder({ 'my action.js': handler });

    expect((await signupActions(folder, 'init')).stdout).toContain('check "my action.js"');
  });

  it('adds the version of Vitest that this workspace tests', ({ expect }) => {
    const workspace = read(join(examples, '..'), 'pnpm-workspace.yaml');

    expect(read(join(examples, '../packages/cli/src/init'), 'plan-manifest.ts')).toContain(
      `'${/ vitest: (.*)/.exec(workspace)?.[1]}'`,
    );
  });

  it.for([
    {
      lockfile: 'pnpm-lock.yaml',
      commands: ['pnpm i', 'pnpm exec vitest run', 'pnpm exec signup-actions check action.js'],
    },
    { lockfile: 'yarn.lock', commands: ['yarn install', 'yarn exec vitest -- run'] },
    { lockfile: 'bun.lock', commands: ['bun install', 'bun test', 'bun x signup-actions check'] },
    { lockfile: 'package-lock.json', commands: ['npm i', 'npx vitest run'] },
  ])('names $commands beside $lockfile', async ({ lockfile, commands }, { expect }) => {
    const folder = createFolder({ 'action.js': handler, [lockfile]: '' });

    const { stdout } = await signupActions(folder, 'init');

    for (const command of commands) expect(stdout).toContain(`\n  ${command}`);
  });

  it.for([
    { name: 'npm/11.19.1 node/v24.21.0 linux x64', command: 'npm i' },
    { name: 'pnpm/12.21.0 npm/? node/v24.21.0 linux x64', command: 'pnpm i' },
    { name: 'yarn/1.22.22 npm/? node/v24.21.0 linux x64', command: 'yarn exec vitest -- run' },
    { name: 'yarn/4.9.1 npm/? node/v24.21.0 linux x64', command: 'yarn exec vitest run' },
    { name: 'bun/1.4.5 npm/? node/v24.3.0 linux x64', command: 'bun install' },
    { name: 'else/1.0.0', command: 'npm i' },
  ])(
    'names $command if $name starts it without a lockfile',
    async ({ name, command }, { expect }) => {
      const folder = createFolder({ 'action.js': handler });
      let stdout = '';

      await startSignupActions(folder, ['init'], {
        onPrint: (text) => void (stdout += text),
        env: { npm_config_user_agent: name },
      });

      expect(stdout).toContain(`\n  ${command}\n`);
    },
  );

  it('adds Vite for Yarn, which does not install what Vitest needs beside it', async ({
    expect,
  }) => {
    const folder = createFolder({ 'action.js': handler, 'yarn.lock': '' });

    await signupActions(folder, 'init');

    expect(Object.keys(JSON.parse(read(folder, 'package.json')).devDependencies)).toContain('vite');
  });

  it('refuses what is not a folder of Actions, and writes nothing', async ({ expect }) => {
    const files = {
      'empty/package.json': {},
      'broken/action.js': handler,
      'broken/package.json': '{',
    };
    const folder = createFolder(files);
    const before = readAll(folder);

    expect(await signupActions(folder, 'init', 'missing')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to set up ~/missing: the folder does not exist. Create it first.
      ",
        "stdout": "",
      }
    `);
    expect(await signupActions(folder, 'init', 'empty')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to set up ~/empty: it contains no Action. An Action is a file that contains exports.onExecutePreUserRegistration = async (event, api) => { … }.
      To begin with an example: npx @signup-actions/cli init empty --example
      ",
        "stdout": "",
      }
    `);
    expect(await signupActions(folder, 'init', 'broken')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to read ~/broken/package.json: it is not JSON (Expected property name or '}' in JSON at position 1 (line 1 column 2)).
      ",
        "stdout": "",
      }
    `);
    expect(await signupActions(folder, 'init', 'broken/action.js')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to set up ~/broken/action.js: it is a file, but a folder is needed.
      ",
        "stdout": "",
      }
    `);
    expect(readAll(folder)).toEqual(before);
  });
});
