import { describe, it } from 'vitest';
import { checkAll } from './check-all.ts';
import { createFolder, signupActions } from './command.ts';

const handler = 'exports.onExecutePreUserRegistration = async () => {};';

const notAsync = [
  'exports.onExecutePreUserRegistration = function (event, api) {};',
  'exports.onExecutePreUserRegistration = () => Promise.resolve();',
  'exports.onExecutePreUserRegistration = async function* () {};',
  'exports.onExecutePreUserRegistration = class {};',
  'exports.onExecutePreUserRegistration = "later";',
  'module.exports = { onExecutePreUserRegistration() {} };',
  'function handler() {} exports.onExecutePreUserRegistration = handler;',
];
const unclear = [
  'exports.onExecutePreUserRegistration = wrap(async () => {}); function wrap(inner) { return inner; }',
  "module.exports = require('shared-handlers');",
  "module.exports = { ...require('shared-handlers') };",
  "Object.assign(exports, require('shared-handlers'));",
  "const { handler } = require('shared-handlers'); exports.onExecutePreUserRegistration = handler;",
];
const toFiles = (folder: string, codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(codes.map((code, index) => [`${folder}/${index}.js`, code]));
const large = `${handler}//`.padEnd(100_000, 'x');

describe('what check finds in a file', async () => {
  const findingsOf = await checkAll({
    'unexported.js': 'const onExecutePreUserRegistration = async () => {};',
    'empty.js': '',
    'assigned.js': 'exports = { onExecutePreUserRegistration: async () => {} };',
    'sync.js': `exports.onExecutePreUserRegistration = (event, api) => {
  api.access.denied();
};`,
    ...toFiles('not-async', notAsync),
    ...toFiles('unclear', unclear),
    'modules.js': `import axios from 'axios';
const shared = require('actions:shared');
${handler}`,
    'broken.js': `${handler}\nconst = 1;\n`,
    'wrong.js': 'exports.onExecutePreUserRegistration = async (event) => event.user.user_id;',
    'large.js': large,
    'too-large.js': `${large}x`,
    'too-large-in-bytes.js': `${handler}//`.padEnd(50_000, '…'),
  });

  it('includes a missing export', ({ expect }) => {
    const missing = [expect.stringContaining('(handler-missing)')];

    expect(findingsOf('unexported.js')).toEqual(missing);
    expect(findingsOf('empty.js')).toEqual(missing);
    // A common mistake: it changes the variable and exports nothing.
    expect(findingsOf('assigned.js')).toEqual(missing);
  });

  it('includes a handler that is not an async function, and what else is wrong in it', ({
    expect,
  }) => {
    expect(findingsOf('sync.js')).toMatchInlineSnapshot(`
      [
        "1  The handler must be an async function: write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-not-async)",
        "2  api.access has no denied: write api.access.deny. (unknown-method)",
      ]
    `);
  });

  it.for(notAsync.map((code, index) => [code, index] as const))(
    'includes a handler that is not an async function: %s',
    ([, index], { expect }) => {
      expect(findingsOf(`not-async/${index}.js`)).toContainEqual(
        expect.stringContaining('1  The handler must be an async function'),
      );
    },
  );

  it.for(unclear.map((code, index) => [code, index] as const))(
    'is nothing if only a run could tell: %s',
    ([, index], { expect }) => {
      expect(findingsOf(`unclear/${index}.js`)).toEqual([]);
    },
  );

  it('includes modules of the platform, and import statements', ({ expect }) => {
    expect(findingsOf('modules.js')).toMatchInlineSnapshot(`
      [
        "1  The platform loads CommonJS, but this file has import or export statements: write require(…) and exports.onExecutePreUserRegistration = async (event, api) => { … }. (not-commonjs)",
        "2  note The Actions module shared is not given, so what it exports is not checked: pass its file to the command line with --module shared=FILE. (actions-module)",
      ]
    `);
  });

  it('includes code that does not parse, beside type errors in code that does', ({ expect }) => {
    expect(findingsOf('broken.js')).toMatchInlineSnapshot(`
      [
        "2  The code does not parse: Unexpected token. (syntax)",
      ]
    `);
    expect(findingsOf('wrong.js')).toMatchInlineSnapshot(`
      [
        "1  event.user has no user_id: the user does not exist yet. (unknown-field)",
      ]
    `);
  });

  it('includes more than 100 kB of code, counted in bytes', ({ expect }) => {
    expect(findingsOf('large.js')).toEqual([]);
    expect(findingsOf('too-large.js')).toMatchInlineSnapshot(`
      [
        "1  The platform accepts at most 100,000 bytes of code, but this file has 100,001: move data and libraries into dependencies. (code-too-large)",
      ]
    `);
    expect(findingsOf('too-large-in-bytes.js')).toEqual([
      expect.stringContaining('(code-too-large)'),
    ]);
  });
});

describe.concurrent('check', () => {
  it('explains what the platform would reject', async ({ expect }) => {
    const folder = createFolder({ 'action.js': 'exports.onExecutePostLogin = async () => {};' });

    expect(await signupActions(folder, 'check', 'action.js')).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "",
        "stdout": "action.js:1  The platform calls the export onExecutePreUserRegistration, but this file exports onExecutePostLogin, which is for another trigger: write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-missing)
      https://signup-actions.github.io/signup-actions/diagnostics#handler-missing

      ✗ 1 Action checked, 1 mistake found
      ",
      }
    `);
  });

  it('finds more than 20 Actions', async ({ expect }) => {
    const names = Array.from({ length: 21 }, (_, index) => `action-${index + 1}.js`);
    const folder = createFolder(Object.fromEntries(names.map((name) => [name, handler])));

    expect((await signupActions(folder, 'check', ...names.slice(1))).status).toBe(0);
    expect(await signupActions(folder, 'check', ...names)).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "",
        "stdout": "✓ 21 Actions checked, nothing found
      ",
      }
    `);
  });

  it('finds secrets over their limits', async ({ expect }) => {
    const secret = (name: string, value = '_VALUE_NOT_SHOWN_'): object => ({ name, value });
    const many = Array.from({ length: 30 }, (_, index) => secret(`SECRET_${index}`));
    const tenants = {
      many,
      'too-many': [...many, secret('LAST')],
      long: [secret('N'.repeat(128)), secret('KEY', 'v'.repeat(4096))],
      'too-long': [secret('N'.repeat(129)), secret('KEY', 'v'.repeat(4097))],
    };
    const folder = createFolder(
      Object.fromEntries(
        Object.entries(tenants).flatMap(([name, secrets]) => [
          [
            `${name}/triggers/triggers.json`,
            { 'pre-user-registration': [{ action_name: 'only' }] },
          ],
          [`${name}/actions/only/code.js`, handler],
          [
            `${name}/actions/only.json`,
            JSON.stringify({ name: 'only', code: 'actions/only/code.js', secrets }, null, 2),
          ],
        ]),
      ),
    );

    expect(await signupActions(folder, 'check', ...Object.keys(tenants))).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "",
        "stdout": "too-many/actions/only.json:4  The platform accepts at most 30 secrets per Action, but this one has 31: merge some of them. (too-many-secrets)
      too-long/actions/only.json:6  The platform accepts names of secrets of at most 128 characters, but this one has 129: shorten it. (secret-name-too-long)
      too-long/actions/only.json:10  The platform accepts values of secrets of at most 4,096 characters, but the value of KEY has 4,097: shorten it. (secret-value-too-long)
      https://signup-actions.github.io/signup-actions/diagnostics#too-many-secrets
      https://signup-actions.github.io/signup-actions/diagnostics#secret-name-too-long
      https://signup-actions.github.io/signup-actions/diagnostics#secret-value-too-long

      ✗ 4 Actions checked, 3 mistakes found
      ",
      }
    `);
  });
});
