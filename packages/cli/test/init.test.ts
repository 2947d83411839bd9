import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFolder, examples, signupActions } from './command.ts';
import { createTenant, install, readAll, runTool } from './project.ts';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--root', '.'];
const jest = ['node_modules/jest/bin/jest.js', '--ci'];
const tsc = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p'];
const action = 'actions/block-disposable-domains/code.js';
const handler = 'exports.onExecutePreUserRegistration = async () => {};';

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

it('prepares an exported tenant', () => {
  const folder = createTenant();
  const before = readAll(folder);

  expect(signupActions(folder, 'init')).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "+ package.json                            created, with @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
    + jsconfig.json                           created: the editor knows the types, and checks JavaScript
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

    // Actions are CommonJS, as the platform wants them.
    const { onExecutePreUserRegistration } = createRequire(import.meta.url)(
      '../actions/block-disposable-domains/code.js',
    );

    it('block-disposable-domains decides about an ordinary signup, and does not fail', async () => {
      const event = createMockEvent({
        secrets: {
          BLOCKED_DOMAINS: 'a value for tests',
        },
      });

      const outcome = await runAction(onExecutePreUserRegistration, event);

      expect(outcome.status).not.toBe('failed');
      // Next, say what this Action is for:
      // expect(outcome).toHaveDenied('the reason in the log', 'what the person reads');
    });
    "
  `);
  expect(readAll(folder)).toMatchObject(before);
});

it('writes a test that passes, and fails where the Action does', () => {
  const folder = createTenant();
  signupActions(folder, 'init');
  install(folder);

  expect(runTool(folder, ...vitest)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 passed'),
  });

  writeFileSync(
    join(folder, action),
    `${read(folder, action)}\nexports.onExecutePreUserRegistration = async () => { throw new Error('no'); };`,
  );
  expect(runTool(folder, ...vitest)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('1 failed'),
  });
});

it('makes the editor find mistakes, in the Actions and in the test', () => {
  const folder = createTenant();
  signupActions(folder, 'init');
  install(folder);

  expect(runTool(folder, ...tsc, 'jsconfig.json')).toEqual({ status: 0, stdout: '', stderr: '' });

  writeFileSync(
    join(folder, action),
    read(folder, action).replace('event.user.email?.', 'event.user.email.'),
  );
  expect(runTool(folder, ...tsc, 'jsconfig.json').stdout).toContain(
    "'event.user.email' is possibly 'undefined'",
  );
});

it('changes nothing when it runs again', () => {
  const folder = createTenant();
  signupActions(folder, 'init');
  const before = readAll(folder);

  expect(signupActions(folder, 'init')).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "· package.json                            left alone: it has all devDependencies already
    · jsconfig.json                           left alone: it has the types already
    · test/block-disposable-domains.test.mjs  left alone: it uses the kit already

    Next
      npm i
      npx vitest run
      npx signup-actions check
    ",
    }
  `);
  expect(readAll(folder)).toEqual(before);
});

it.each([
  ['jest', { devDependencies: { jest: '^30.0.0' } }, jest, 'block-disposable-domains.test.js'],
  [
    'jest',
    { type: 'module', scripts: { test: 'jest --ci' } },
    jest,
    'block-disposable-domains.test.cjs',
  ],
  [
    'node:test',
    { scripts: { test: 'node --test' } },
    ['--test'],
    'block-disposable-domains.test.mjs',
  ],
  ['vitest', { dependencies: { vitest: '^5.0.0' } }, vitest, 'block-disposable-domains.test.mjs'],
])('takes the runner that it sees: %s in %j', (_, manifest, command, file) => {
  // Beside the Actions, whatever the project around them is.
  const folder = createTenant({ 'package.json': manifest, 'actions/package.json': {} });

  expect(signupActions(folder, 'init').status).toBe(0);
  install(folder);

  expect(Object.keys(readAll(folder))).toContain(`test/${file}`);
  const { status, stdout, stderr } = runTool(folder, ...command);
  expect(stdout + stderr).toMatch(/1 passed|pass 1\b/);
  expect(status).toBe(0);
  const { devDependencies } = JSON.parse(read(folder, 'package.json'));
  expect(Object.keys(devDependencies).filter((name) => /vitest|jest/.test(name))).toEqual(
    'devDependencies' in manifest ? ['jest'] : [],
  );
});

it('prepares a folder of TypeScript sources', () => {
  const folder = createFolder({
    'src/tag.ts': `import type { PreUserRegistrationAction } from '@signup-actions/types';
export const onExecutePreUserRegistration: PreUserRegistrationAction = async (event, api) => {
  const { PLAN } = event.secrets;
  api.user.setAppMetadata('plan', PLAN);
};`,
    'tests/.keep': '',
  });
  expect(signupActions(folder, 'init').stdout).toMatchInlineSnapshot(`
    "+ package.json        created, with @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
    + tsconfig.json       created: the editor knows the types, and checks JavaScript
    + tests/tag.test.mjs  created: a first test of tag

    Next
      npm i
      npx vitest run
      npx signup-actions check src/tag.ts
    "
  `);
  install(folder);

  expect(runTool(folder, ...vitest)).toMatchObject({ status: 0 });
  expect(runTool(folder, ...tsc, 'tsconfig.json')).toEqual({ status: 0, stdout: '', stderr: '' });
});

it('adds lines to a package.json, in the way it is written', () => {
  const written = `{\n\t"name": "store",\n\t"devDependencies": {\n\t\t"@signup-actions/types": "1.0.0",\n\t\t"vitest": "^5.0.0"\n\t}\n}`;
  const folder = createFolder({ 'package.json': written, 'action.js': handler });

  signupActions(folder, 'init');

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

it('says what it leaves alone, and what to add by hand', () => {
  const files = {
    'action.js': handler,
    'package.json': { devDependencies: { vitest: '^5.0.0' } },
    'tsconfig.json': '{ "compilerOptions": {} } // ours',
    'test/action.test.mjs': '// ours',
  };
  const folder = createFolder(files);

  expect(signupActions(folder, 'init').stdout).toMatchInlineSnapshot(`
    "+ package.json          added to devDependencies: @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node
    · tsconfig.json         left alone: add "checkJs": true, and "@signup-actions/types/globals" to "types", in its "compilerOptions"
    · test/action.test.mjs  left alone: a file of this name is there already

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

it('leaves the test out where Node would not load the Action', () => {
  const folder = createFolder({ 'package.json': { type: 'module' }, 'actions/tag.js': handler });

  expect(signupActions(folder, 'init').stdout).toMatchInlineSnapshot(`
    "+ package.json       added to devDependencies: @signup-actions/cli, @signup-actions/testing, @signup-actions/types, @types/node, vitest
    + jsconfig.json      created: the editor knows the types, and checks JavaScript
    · test/tag.test.mjs  left out: actions/tag.js is CommonJS, and the package.json above it says "type": "module"; put one that says { "type": "commonjs" } beside the Actions, and run this again

    Next
      npm i
      npx vitest run
      npx signup-actions check actions/tag.js
    "
  `);
});

it.each([
  [
    'pnpm-lock.yaml',
    ['pnpm i', 'pnpm exec vitest run', 'pnpm exec signup-actions check action.js'],
  ],
  ['yarn.lock', ['yarn install', 'yarn exec vitest -- run']],
  ['bun.lock', ['bun install', 'bun x vitest run']],
  ['package-lock.json', ['npm i', 'npx vitest run']],
])('names the commands of the package manager that wrote %s', (lockfile, commands) => {
  const folder = createFolder({ 'action.js': handler, [lockfile]: '' });

  const { stdout } = signupActions(folder, 'init');

  for (const command of commands) expect(stdout).toContain(`\n  ${command}`);
});

it('says what is wrong with what was typed, and writes nothing', () => {
  const files = {
    'empty/package.json': {},
    'broken/action.js': handler,
    'broken/package.json': '{',
  };
  const folder = createFolder(files);
  const before = readAll(folder);

  expect(signupActions(folder, 'init', 'missing')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to set up ~/missing: there is no such file.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(folder, 'init', 'empty')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to set up ~/empty: no file in it is an Action; name a folder with files that say exports.onExecutePreUserRegistration = async (event, api) => { … }.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(folder, 'init', 'broken')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/broken/package.json: it is not JSON (Expected property name or '}' in JSON at position 1 (line 1 column 2)).
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(folder, 'init', 'broken/action.js')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to set up ~/broken/action.js: it is a file, where a folder is needed.
    ",
      "stdout": "",
    }
  `);
  expect(readAll(folder)).toEqual(before);
});

it('says how it is used', () => {
  expect(signupActions(examples, 'init', '--help').stdout).toMatchInlineSnapshot(`
    "Usage: signup-actions init [options] [folder]

    Prepare a folder of Actions for types and tests. Overwrites nothing.

    Arguments:
      folder      a folder with Actions somewhere in it (default: ".")

    Options:
      -h, --help  display help for command
    "
  `);
});
