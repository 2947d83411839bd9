import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { createFolder, examples, signupActions } from './command.ts';
import { copyTenant, createTenant, install, readAll, runTool } from './project.ts';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--root', '.'];
const jest = ['node_modules/jest/bin/jest.js', '--ci'];
const tsc = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p'];
const action = 'actions/block-disposable-domains/code.js';
const handler = 'exports.onExecutePreUserRegistration = async () => {};';
const typed = {
  'src/tag.ts': `import type { PreUserRegistrationAction } from '@signup-actions/types';
export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  const { PLAN } = event.secrets;
  api.user.setAppMetadata('plan', PLAN);
};`,
  'tests/.keep': '',
};

const inFolder = (name: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]));

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
      + test/block-disposable-domains.test.mjs  created: a first test of block-disposable-domains

      Next
        npm i
        npx vitest run
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
          "vitest": ">=3.2"
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
          "module": "nodenext",
          "checkJs": true,
          "noEmit": true,
          "maxNodeModuleJsDepth": 0,
          "strict": true,
          "noImplicitAny": false,
          "skipLibCheck": true,
          "types": [
            "node",
            "@signup-actions/types/globals"
          ]
        }
      }
      "
    `);
    expect(read(folder, 'test/block-disposable-domains.test.mjs')).toMatchInlineSnapshot(`
      "import { createRequire } from 'node:module';
      import { createMockEvent, runAction } from '@signup-actions/testing';
      import '@signup-actions/testing/vitest';
      import { expect, it } from 'vitest';

      // Actions are CommonJS, as the platform requires.
      const { onExecutePreUserRegistration } = createRequire(import.meta.url)(
        '../actions/block-disposable-domains/code.js',
      );

      it('block-disposable-domains does not fail on an ordinary signup', async () => {
        const event = createMockEvent({
          secrets: {
            BLOCKED_DOMAINS: 'a value for tests',
          },
        });

        const outcome = await runAction(onExecutePreUserRegistration, event);

        expect(outcome.status).not.toBe('failed');
        // Next, test what this Action does:
        // expect(outcome).toHaveDenied('the reason in the log', 'the message for the user');
      });
      "
    `);
    expect(readAll(folder)).toMatchObject(before);
  });

  it('prepares a folder of TypeScript sources', async ({ expect }) => {
    const folder = createFolder(typed);

    expect((await signupActions(folder, 'init')).stdout).toMatchInlineSnapshot(`
      "+ package.json        created, with @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
      + tsconfig.json       created: the editor knows the types and checks JavaScript
      + tests/tag.test.mjs  created: a first test of tag

      Next
        npm i
        npx vitest run
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
      · test/block-disposable-domains.test.mjs  unchanged: it uses the kit

      Next
        npm i
        npx vitest run
        npx signup-actions check
      ",
      }
    `);
    expect(readAll(folder)).toEqual(before);
  });

  it.for([
    {
      runner: 'jest',
      manifest: { devDependencies: { jest: '^30.0.0' } },
      file: 'block-disposable-domains.test.js',
    },
    {
      runner: 'jest',
      manifest: { type: 'module', scripts: { test: 'jest --ci' } },
      file: 'block-disposable-domains.test.cjs',
    },
    {
      runner: 'node:test',
      manifest: { scripts: { test: 'node --test' } },
      file: 'block-disposable-domains.test.mjs',
    },
    {
      runner: 'vitest',
      manifest: { dependencies: { vitest: '^5.0.0' } },
      file: 'block-disposable-domains.test.mjs',
    },
  ])('writes $file for $runner in $manifest', async ({ manifest, file }, { expect }) => {
    const folder = createTenant({ 'package.json': manifest, 'actions/package.json': {} });

    expect((await signupActions(folder, 'init')).status).toBe(0);

    expect(Object.keys(readAll(folder))).toContain(`test/${file}`);
    const { devDependencies } = JSON.parse(read(folder, 'package.json'));
    expect(Object.keys(devDependencies).filter((name) => /vitest|jest/.test(name))).toEqual(
      'devDependencies' in manifest ? ['jest'] : [],
    );
  });

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

  it('says what it leaves unchanged, and what to add by hand', async ({ expect }) => {
    const files = {
      'action.js': handler,
      'package.json': { devDependencies: { vitest: '^5.0.0' } },
      'tsconfig.json': '{ "compilerOptions": {} } // ours',
      'test/action.test.mjs': '// ours',
    };
    const folder = createFolder(files);

    expect((await signupActions(folder, 'init')).stdout).toMatchInlineSnapshot(`
      "+ package.json          added to devDependencies: @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node
      · tsconfig.json         unchanged: add "checkJs": true, and "@signup-actions/types/globals" to "types", in its "compilerOptions"
      · test/action.test.mjs  unchanged: a file of this name exists

      Next
        npm i
        npx vitest run
        npx signup-actions check action.js
      "
    `);
    expect(readAll(folder)).toMatchObject({
      'tsconfig.json': files['tsconfig.json'],
      'test/action.test.mjs': '// ours',
    });
  });

  it('creates no test if Node would not load the Action', async ({ expect }) => {
    const folder = createFolder({ 'package.json': { type: 'module' }, 'actions/tag.js': handler });

    expect((await signupActions(folder, 'init')).stdout).toMatchInlineSnapshot(`
      "+ package.json       added to devDependencies: @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
      + jsconfig.json      created: the editor knows the types and checks JavaScript
      · test/tag.test.mjs  not created: actions/tag.js is CommonJS, but the package.json above it says "type": "module"; put a package.json with { "type": "commonjs" } beside the Actions and run this again

      Next
        npm i
        npx vitest run
        npx signup-actions check actions/tag.js
      "
    `);
  });

  it.for([
    {
      lockfile: 'pnpm-lock.yaml',
      commands: ['pnpm i', 'pnpm exec vitest run', 'pnpm exec signup-actions check action.js'],
    },
    { lockfile: 'yarn.lock', commands: ['yarn install', 'yarn exec vitest -- run'] },
    { lockfile: 'bun.lock', commands: ['bun install', 'bun x vitest run'] },
    { lockfile: 'package-lock.json', commands: ['npm i', 'npx vitest run'] },
  ])('names $commands beside $lockfile', async ({ lockfile, commands }, { expect }) => {
    const folder = createFolder({ 'action.js': handler, [lockfile]: '' });

    const { stdout } = await signupActions(folder, 'init');

    for (const command of commands) expect(stdout).toContain(`\n  ${command}`);
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
        "stderr": "error: Failed to set up ~/missing: there is no such file.
      ",
        "stdout": "",
      }
    `);
    expect(await signupActions(folder, 'init', 'empty')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to set up ~/empty: it contains no Action. Pass a folder with a file that contains exports.onExecutePreUserRegistration = async (event, api) => { … }.
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

// The packages that are installed here are those of the last build: runners and compilers load them as users' do.
describe.concurrent('what init writes', () => {
  it('passes in Vitest, and fails if the Action does', async ({ expect }) => {
    const folder = createFolder(inFolder('typed', typed));
    for (const name of ['good', 'broken']) copyTenant(join(folder, name));
    for (const name of ['good', 'broken', 'typed']) await signupActions(folder, 'init', name);
    writeFileSync(
      join(folder, 'broken', action),
      "exports.onExecutePreUserRegistration = async () => { throw new Error('no'); };",
    );
    install(folder);

    const { status, stdout } = await runTool(folder, ...vitest);

    expect(stdout).toContain('❯ broken/test/block-disposable-domains.test.mjs (1 test | 1 failed)');
    expect(stdout).toMatch(/Tests +1 failed . 2 passed/);
    expect(status).toBe(1);
  });

  it('passes in Jest, in a CommonJS project and in an ESM project', async ({ expect }) => {
    const folder = createFolder({
      'package.json': {},
      'commonjs/package.json': { devDependencies: { jest: '^30.0.0' } },
      'esm/package.json': { type: 'module', scripts: { test: 'jest --ci' } },
      'esm/actions/package.json': {},
    });
    for (const name of ['commonjs', 'esm']) {
      copyTenant(join(folder, name));
      await signupActions(folder, 'init', name);
    }
    install(folder);

    const { status, stderr } = await runTool(folder, ...jest);

    expect(stderr).toMatch(/Tests: +2 passed, 2 total/);
    expect(status).toBe(0);
  });

  it('passes in node:test', async ({ expect }) => {
    const folder = createTenant({ 'package.json': { scripts: { test: 'node --test' } } });
    await signupActions(folder, 'init');
    install(folder);

    const { status, stdout } = await runTool(folder, '--test');

    expect(stdout).toMatch(/pass 1\b/);
    expect(status).toBe(0);
  });

  it('makes the editor find mistakes in the Actions, and none in the test', async ({ expect }) => {
    const folder = createTenant();
    await signupActions(folder, 'init');
    writeFileSync(
      join(folder, action),
      read(folder, action).replace('event.user.email?.', 'event.user.email.'),
    );
    install(folder);

    const { stdout } = await runTool(folder, ...tsc, 'jsconfig.json');

    expect(stdout).toMatchInlineSnapshot(`
      "actions/block-disposable-domains/code.js(10,18): error TS18048: 'event.user.email' is possibly 'undefined'.
      "
    `);
  });

  it('makes the editor understand TypeScript sources and their test', async ({ expect }) => {
    const folder = createFolder(typed);
    await signupActions(folder, 'init');
    install(folder);

    expect(await runTool(folder, ...tsc, 'tsconfig.json')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });
});
