import { expect, it } from 'vitest';
import { createFolder, examples, signupActions } from './command.ts';

/** What `check` says about one file. */
const check = (code: string, file = 'action.js'): string => {
  const folder = createFolder({ [file]: code });
  const { status, stdout, stderr } = signupActions(folder, 'check', file);
  expect(stderr).toBe('');
  expect(status).toBe(stdout.includes('nothing found') ? 0 : 1);
  return stdout;
};

const template = (body: string): string => `/**
 * Handler that will be called during the execution of a PreUserRegistration flow.
 *
 * @param {Event} event - Details about the context and user that is attempting to register.
 * @param {PreUserRegistrationAPI} api - Interface whose methods change the behavior of the signup.
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  ${body}
};
`;

it('finds nothing in the example tenant, by any way to it', () => {
  const done = { status: 0, stdout: '✓ 4 Actions checked, nothing found\n', stderr: '' };

  expect(signupActions(examples, 'check', 'tenant')).toEqual(done);
  expect(signupActions(`${examples}/tenant`, 'check')).toEqual(done);
});

it('finds the mistakes that real Actions make, in the dashboard’s template', () => {
  const body = `
  const domain = event.user.email.split('@')[1];
  event.client.client_id;
  event.user.user_id;
  event.user.password;
  event.request.query;
  event.organization.id;
  event.body;
  api.access.deny('one argument');
  api.access.denied('another trigger', 'no');
  api.idToken.setCustomClaim('plan', 'free');
  api.redirect.sendUserTo('https://example.com');
  api.access.deny(new Error('no text'), 'no');
  api.access.deny(fetch('https://example.com').then((answer) => answer.text()), 'no');
  api.user.setUserMetadata({ plan: 'free' });
  api.user.setUserMetadata('plan', undefined);
  api.user.setUserMetadata('since', new Date());
  api.user.setAppMetadata('event', event);
  api.user.setAppMetadata('created_at', 1);
  api.cache.get('attempts')?.split(',');
  event.user.email = 'ada@example.com';`;

  expect(check(template(body))).toMatchInlineSnapshot(`
    "action.js:9  'event.user.email' is possibly 'undefined'. (TS18048)
    action.js:10  'event.client' is possibly 'undefined'. (TS18048)
    action.js:11  Property 'user_id' does not exist on type 'EventUser<Shape>'. (TS2339)
    action.js:12  Property 'password' does not exist on type 'EventUser<Shape>'. (TS2339)
    action.js:13  Property 'query' does not exist on type 'EventRequest<Shape>'. (TS2339)
    action.js:14  Property 'organization' does not exist on type 'Event<Shape>'. (TS2339)
    action.js:15  Property 'body' does not exist on type 'Event<Shape>'. (TS2339)
    action.js:16  Expected 2 arguments, but got 1. (TS2554)
    action.js:17  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)
    action.js:18  Property 'idToken' does not exist on type 'PreUserRegistrationAPI<Shape>'. (TS2339)
    action.js:19  Property 'redirect' does not exist on type 'PreUserRegistrationAPI<Shape>'. (TS2339)
    action.js:20  Argument of type 'Error' is not assignable to parameter of type 'string'. (TS2345)
    action.js:21  Argument of type 'Promise<string>' is not assignable to parameter of type 'string'. (TS2345)
    action.js:22  Expected 2 arguments, but got 1. (TS2554)
    action.js:23  This is not allowed: undefined changes nothing: pass null to remove the property. (TS2345)
    action.js:24  This is not allowed: JSON has no Date: store date.toISOString(). (TS2741)
    action.js:25  This is not allowed: the whole event, including its secrets: store only the properties that you need. (TS2741)
    action.js:26  This is not allowed: a reserved app_metadata key: choose another. (TS2345)
    action.js:27  Property 'split' does not exist on type 'CacheRecord'. (TS2339)
    action.js:28  Cannot assign to 'email' because it is a read-only property. (TS2540)

    ✗ 1 Action checked, 20 mistakes found
    "
  `);
});

it.each([
  ['an arrow', 'exports.onExecutePreUserRegistration = async (event, api) => {\nBODY };'],
  ['a function', 'exports.onExecutePreUserRegistration = async function (event, api) {\nBODY };'],
  [
    'an object',
    'module.exports = { onExecutePreUserRegistration: async (event, api) => {\nBODY } };',
  ],
  ['a method', 'module.exports = { async onExecutePreUserRegistration(event, api) {\nBODY } };'],
  [
    'a declared name',
    'module.exports = { onExecutePreUserRegistration }; async function onExecutePreUserRegistration(event, api) {\nBODY }',
  ],
  [
    'a declared name with comments',
    '/** @param {Event} event @param {PreUserRegistrationAPI} api */ async function handler(event, api) {\nBODY } exports.onExecutePreUserRegistration = handler;',
  ],
  [
    'a declared name with parts of the event',
    '/** Refuses. */ async function handler({ user, ...rest }, api) { const event = { ...rest, user };\nBODY }\n\nexports.onExecutePreUserRegistration = handler;',
  ],
  [
    'another name',
    'const handler = async (event, api) => {\nBODY }; module.exports.onExecutePreUserRegistration = handler;',
  ],
  [
    'two names',
    'const handler = async (event, api) => {\nBODY }; exports.handler = exports.onExecutePreUserRegistration = handler;',
  ],
  ['parentheses', 'exports.onExecutePreUserRegistration = (async (event, api) => {\nBODY });'],
  [
    'a name in quotes',
    'exports["onExecutePreUserRegistration"] = async (event, api) => {\nBODY };',
  ],
  [
    'the vendor’s types',
    '/** @param {import("@auth0/actions/pre-user-registration/v2").Event} event */ exports.onExecutePreUserRegistration = async (event, api) => {\nBODY };',
  ],
  [
    'names of its own',
    '/** @typedef {import("@signup-actions/types").Event} Event */ /** @param {Event} event */ exports.onExecutePreUserRegistration = async (event, api) => {\nBODY };',
  ],
])('reads a handler without annotations as if it were typed: %s', (_, code) => {
  const body = 'event.user.user_id; api.access.deny("one argument");';

  expect(check(code.replace('BODY', body))).toBe(
    `action.js:2  Property 'user_id' does not exist on type 'EventUser<Shape>'. (TS2339)
action.js:2  Expected 2 arguments, but got 1. (TS2554)

✗ 1 Action checked, 2 mistakes found
`,
  );
});

it.each(['action.cjs', 'nested/index.js'])(
  'reads a file as the platform does, wherever it is: %s',
  (file) => {
    expect(check(template('event.user.user_id;'), file)).toContain(`${file}:8  Property 'user_id'`);
  },
);

it('takes a return at the top, as CommonJS does', () => {
  const code = 'if (process.env.NEVER) return;\n' + template('event.user.user_id;');

  expect(check(code)).toMatch(/^action\.js:9 {2}Property 'user_id'[^\n]*\n\n✗ 1 Action/);
});

it('takes a first line that is for a shell, as Node does', () => {
  const shell = '#!/usr/bin/env node\n';

  expect(check(shell + template('event.user.name;'))).toContain('nothing found');
  expect(check(shell + template('event.user.password;'))).toMatch(/^action\.js:9 .*'password'/);
});

it('leaves a handler the type that its author gave it', () => {
  const code = `/** @type {import('@signup-actions/types').PreUserRegistrationAction<{ secrets: { KEY: string } }>} */
    exports.onExecutePreUserRegistration = async (event) => void event.secrets.TOKEN;`;

  expect(check(code)).toContain("action.js:2  Property 'TOKEN' does not exist");
});

it('checks functions that the handler calls, by the comments on them', () => {
  const code = `${template('await refuse(event, api);')}
/** @param {Event} event @param {PreUserRegistrationAPI} api */
async function refuse(event, api) {
  if (event.user.email.endsWith('.example')) api.access.denied();
}`;

  expect(check(code)).toMatchInlineSnapshot(`
    "action.js:13  'event.user.email' is possibly 'undefined'. (TS18048)
    action.js:13  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)

    ✗ 1 Action checked, 2 mistakes found
    "
  `);
});

it('says nothing about dependencies, untyped functions and answers from the network', () => {
  const body = `
  const axios = require('axios');
  const { createHash } = require('node:crypto');
  const { sum } = require('./sum');
  const add = (first, second) => first + second;
  try {
    const { data } = await axios.get('https://example.com');
    const answer = await fetch('https://example.com', { headers: { key: event.secrets.KEY } });
    const { score } = await answer.json();
    const options = {};
    options.score = add(score, sum(data.score));
    console.log(createHash('sha256').update(event.request.ip).digest('hex'), Buffer.from('x'));
    api.user.setAppMetadata('options', options);
  } catch (error) {
    console.log(error.message, error.response.data);
  }`;

  expect(check(template(body))).toBe('✓ 1 Action checked, nothing found\n');
});

it('checks TypeScript sources too', () => {
  const code = `import type { PreUserRegistrationAction } from '@signup-actions/types';
import axios from 'axios';
const typed: PreUserRegistrationAction = async (event) => {
  await axios.get(event.user.email.trim());
};
export const onExecutePreUserRegistration = typed;`;
  const untyped = `export async function onExecutePreUserRegistration(event, api) {
  const count: string = event.request.ip.length;
  api.access.denied();
}
export const other = 1;`;
  const arrow =
    'export const onExecutePreUserRegistration = async (event, api) => api.access.denied();';

  expect(check(code, 'action.ts')).toMatchInlineSnapshot(`
    "action.ts:4  'event.user.email' is possibly 'undefined'. (TS18048)

    ✗ 1 Action checked, 1 mistake found
    "
  `);
  expect(check(untyped, 'action.ts')).toMatchInlineSnapshot(`
    "action.ts:2  Type 'number' is not assignable to type 'string'. (TS2322)
    action.ts:3  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)

    ✗ 1 Action checked, 2 mistakes found
    "
  `);
  expect(check(arrow, 'action.ts')).toMatchInlineSnapshot(`
    "action.ts:1  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)

    ✗ 1 Action checked, 1 mistake found
    "
  `);
});

it('prints JSON and nothing else', () => {
  const folder = createFolder({ 'action.js': template("api.access.deny('one argument');") });

  expect(signupActions(folder, 'check', 'action.js', '--json')).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "{
      "findings": [
        {
          "file": "action.js",
          "line": 8,
          "rule": "TS2554",
          "message": "Expected 2 arguments, but got 1."
        }
      ]
    }
    ",
    }
  `);
  expect(signupActions(examples, 'check', 'tenant', '--json')).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "{
      "findings": []
    }
    ",
    }
  `);
});

it('checks an exported tenant, and names its files', () => {
  const code = `exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email.split('@')[1];
  if (domain === 'disposable.example') api.access.deny('disposable address');
};`;
  const folder = createFolder({
    'tenant/triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'block' }] },
    'tenant/actions/block.json': { name: 'block', code: 'actions/block/code.js' },
    'tenant/actions/block/code.js': code,
  });

  expect(signupActions(folder, 'check', 'tenant').stdout).toMatchInlineSnapshot(`
    "tenant/actions/block/code.js:2  'event.user.email' is possibly 'undefined'. (TS18048)
    tenant/actions/block/code.js:3  Expected 2 arguments, but got 1. (TS2554)

    ✗ 1 Action checked, 2 mistakes found
    "
  `);
});

it('says how it is used', () => {
  expect(signupActions(examples, 'check', '--help').stdout).toMatchInlineSnapshot(`
    "Usage: signup-actions check [options] [path...]

    Find the mistakes in Actions that show without running them.

    Arguments:
      path        Action files, or a folder that the deploy tool exported (default:
                  this one)

    Options:
      --json      print the findings as JSON, and nothing else
      -h, --help  display help for command
    "
  `);
});

it('says what is wrong with what was typed', () => {
  const folder = createFolder({ 'readme.txt': '' });

  expect(signupActions(folder, 'check')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~: an exported tenant has triggers/triggers.json or a tenant.yaml, and this folder has neither.
    ",
      "stdout": "",
    }
  `);
  expect(signupActions(folder, 'check', 'missing.js')).toMatchInlineSnapshot(`
    {
      "status": 2,
      "stderr": "error: Failed to read ~/missing.js: there is no such file.
    ",
      "stdout": "",
    }
  `);
});
