import { expect, it } from 'vitest';
import { createFolder, signupActions } from './command.ts';

/** What `check` says about one file. */
const check = (code: string): string =>
  signupActions(createFolder({ 'action.js': code }), 'check', 'action.js').stdout;

const handler = 'exports.onExecutePreUserRegistration = async () => {};';

it('a file without the handler’s export', () => {
  expect(check('exports.onExecutePostLogin = async () => {};')).toMatchInlineSnapshot(`
    "action.js:1  The platform calls the export onExecutePreUserRegistration, but this file does not have it: write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-missing)
    https://signup-actions.github.io/signup-actions/diagnostics#handler-missing

    ✗ 1 Action checked, 1 mistake found
    "
  `);
  expect(check('const onExecutePreUserRegistration = async () => {};')).toContain(
    'handler-missing',
  );
  expect(check('')).toContain('handler-missing');
  // A well-known slip: it changes the variable, and exports nothing.
  expect(check('exports = { onExecutePreUserRegistration: async () => {} };')).toContain(
    'handler-missing',
  );
});

it('a handler that is not an async function, with what else is wrong in it', () => {
  const code = `exports.onExecutePreUserRegistration = (event, api) => {
  api.access.denied();
};`;

  expect(check(code)).toMatchInlineSnapshot(`
    "action.js:1  The handler must be an async function: write exports.onExecutePreUserRegistration = async (event, api) => { … }. (handler-not-async)
    action.js:2  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)
    https://signup-actions.github.io/signup-actions/diagnostics#handler-not-async

    ✗ 1 Action checked, 2 mistakes found
    "
  `);
});

it.each([
  'exports.onExecutePreUserRegistration = function (event, api) {};',
  'exports.onExecutePreUserRegistration = () => Promise.resolve();',
  'exports.onExecutePreUserRegistration = async function* () {};',
  'exports.onExecutePreUserRegistration = class {};',
  'exports.onExecutePreUserRegistration = "later";',
  'module.exports = { onExecutePreUserRegistration() {} };',
  'function handler() {} exports.onExecutePreUserRegistration = handler;',
])('a handler that is not an async function: %s', (code) => {
  expect(check(code)).toContain('action.js:1  The handler must be an async function');
});

it.each([
  'exports.onExecutePreUserRegistration = wrap(async () => {}); function wrap(inner) { return inner; }',
  "module.exports = require('./dist/handler');",
  "module.exports = { ...require('./dist/handler') };",
  "Object.assign(exports, require('./dist/handler'));",
  "const { handler } = require('./dist/handler'); exports.onExecutePreUserRegistration = handler;",
])('says nothing where only a run could tell: %s', (code) => {
  expect(check(code)).toBe('✓ 1 Action checked, nothing found\n');
});

it('modules of the platform, and import statements', () => {
  const code = `import axios from 'axios';
const shared = require('actions:shared');
${handler}`;

  expect(check(code)).toMatchInlineSnapshot(`
    "action.js:1  The platform loads CommonJS, but this file has import or export statements: write require(…) and exports.onExecutePreUserRegistration = async (event, api) => { … }. (not-commonjs)
    action.js:2  The Actions module "actions:shared" exists on the platform only and is not supported here yet: copy its code into the Action. (actions-module)
    https://signup-actions.github.io/signup-actions/diagnostics#not-commonjs
    https://signup-actions.github.io/signup-actions/diagnostics#actions-module

    ✗ 1 Action checked, 2 mistakes found
    "
  `);
});

it('code that does not parse, beside code that does', () => {
  const folder = createFolder({
    'broken.js': `${handler}\nconst = 1;\n`,
    'wrong.js': 'exports.onExecutePreUserRegistration = async (event) => event.user.user_id;',
  });

  expect(signupActions(folder, 'check', 'broken.js', 'wrong.js')).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "broken.js:2  The code does not parse: Unexpected token. (syntax)
    wrong.js:1  Property 'user_id' does not exist on type 'EventUser<Shape>'. (TS2339)

    ✗ 2 Actions checked, 2 mistakes found
    ",
    }
  `);
});

it('a file over 100 kB', () => {
  const ascii = `${handler}//`.padEnd(100_000, 'x');

  expect(check(ascii)).toContain('nothing found');
  expect(check(`${ascii}x`)).toMatchInlineSnapshot(`
    "action.js:1  The platform accepts at most 100,000 bytes of code, but this file has 100,001: move data and libraries into dependencies. (code-too-large)
    https://signup-actions.github.io/signup-actions/diagnostics#code-too-large

    ✗ 1 Action checked, 1 mistake found
    "
  `);
  // Bytes count, and not characters.
  expect(check(`${handler}//`.padEnd(50_000, '…'))).toContain('code-too-large');
});

it('more than 20 Actions', () => {
  const names = Array.from({ length: 21 }, (_, index) => `action-${index + 1}.js`);
  const folder = createFolder(Object.fromEntries(names.map((name) => [name, handler])));

  expect(signupActions(folder, 'check', ...names.slice(1)).status).toBe(0);
  expect(signupActions(folder, 'check', ...names)).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "action-21.js:1  The platform binds at most 20 Actions to the trigger, but this is number 21: merge some of them, or run fewer. (too-many-actions)
    https://signup-actions.github.io/signup-actions/diagnostics#too-many-actions

    ✗ 21 Actions checked, 1 mistake found
    ",
    }
  `);
});

const tenant = (secrets: readonly object[]): string =>
  createFolder({
    'triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'only' }] },
    'actions/only/code.js': handler,
    'actions/only.json': JSON.stringify(
      { name: 'only', code: 'actions/only/code.js', secrets },
      null,
      2,
    ),
  });

it('secrets over their limits', () => {
  const secret = (name: string, value = '_VALUE_NOT_SHOWN_'): object => ({ name, value });
  const many = Array.from({ length: 30 }, (_, index) => secret(`SECRET_${index}`));
  const full = [secret('N'.repeat(128)), secret('KEY', 'v'.repeat(4096))];

  expect(signupActions(tenant(many), 'check').status).toBe(0);
  expect(signupActions(tenant(full), 'check').status).toBe(0);
  expect(signupActions(tenant([...many, secret('LAST')]), 'check')).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "actions/only.json:4  The platform accepts at most 30 secrets per Action, but this one has 31: merge some of them. (too-many-secrets)
    https://signup-actions.github.io/signup-actions/diagnostics#too-many-secrets

    ✗ 1 Action checked, 1 mistake found
    ",
    }
  `);
  const over = [secret('N'.repeat(129)), secret('KEY', 'v'.repeat(4097))];
  expect(signupActions(tenant(over), 'check')).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "actions/only.json:6  The platform accepts names of secrets of at most 128 characters, but this one has 129: shorten it. (secret-name-too-long)
    actions/only.json:10  The platform accepts values of secrets of at most 4,096 characters, but the value of KEY has 4,097: shorten it. (secret-value-too-long)
    https://signup-actions.github.io/signup-actions/diagnostics#secret-name-too-long
    https://signup-actions.github.io/signup-actions/diagnostics#secret-value-too-long

    ✗ 1 Action checked, 2 mistakes found
    ",
    }
  `);
});
