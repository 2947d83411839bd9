import { describe, it } from 'vitest';
import { checkAll } from './check-all.ts';
import { createFolder, examples, signupActions } from './command.ts';

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

/** Ways to write a handler; each has `BODY` on its second line. */
const handlers = {
  'an arrow': 'exports.onExecutePreUserRegistration = async (event, api) => {\nBODY };',
  'a function': 'exports.onExecutePreUserRegistration = async function (event, api) {\nBODY };',
  'an object':
    'module.exports = { onExecutePreUserRegistration: async (event, api) => {\nBODY } };',
  'a method': 'module.exports = { async onExecutePreUserRegistration(event, api) {\nBODY } };',
  'a declared name':
    'module.exports = { onExecutePreUserRegistration }; async function onExecutePreUserRegistration(event, api) {\nBODY }',
  'a declared name with comments':
    '/** @param {Event} event @param {PreUserRegistrationAPI} api */ async function handler(event, api) {\nBODY } exports.onExecutePreUserRegistration = handler;',
  'a declared name with parts of the event':
    '/** Refuses. */ async function handler({ user, ...rest }, api) { const event = { ...rest, user };\nBODY }\n\nexports.onExecutePreUserRegistration = handler;',
  'another name':
    'const handler = async (event, api) => {\nBODY }; module.exports.onExecutePreUserRegistration = handler;',
  'two names':
    'const handler = async (event, api) => {\nBODY }; exports.handler = exports.onExecutePreUserRegistration = handler;',
  parentheses: 'exports.onExecutePreUserRegistration = (async (event, api) => {\nBODY });',
  'a name in quotes': 'exports["onExecutePreUserRegistration"] = async (event, api) => {\nBODY };',
  'the vendor’s types':
    '/** @param {import("@auth0/actions/pre-user-registration/v2").Event} event */ exports.onExecutePreUserRegistration = async (event, api) => {\nBODY };',
  'names of its own':
    '/** @typedef {import("@signup-actions/types").Event} Event */ /** @param {Event} event */ exports.onExecutePreUserRegistration = async (event, api) => {\nBODY };',
};
const handlerBody = 'event.user.user_id; api.access.deny("one argument");';
const handlerFiles = Object.entries(handlers).map(
  ([name, code]) => [`handlers/${name}.js`, code.replace('BODY', handlerBody)] as const,
);

const shell = '#!/usr/bin/env node\n';

const files = {
  'real-mistakes.js': template(`
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
  event.user.email = 'ada@example.com';`),
  ...Object.fromEntries(handlerFiles),
  'action.cjs': template('event.user.user_id;'),
  'nested/index.js': template('event.user.user_id;'),
  'return.js': `if (process.env.NEVER) return;\n${template('event.user.user_id;')}`,
  'shell.js': shell + template('event.user.name;'),
  'shell-mistake.js': shell + template('event.user.password;'),
  'own-type.js': `/** @type {import('@signup-actions/types').PreUserRegistrationAction<{ secrets: { KEY: string } }>} */
    exports.onExecutePreUserRegistration = async (event) => void event.secrets.TOKEN;`,
  'called.js': `${template('await refuse(event, api);')}
/** @param {Event} event @param {PreUserRegistrationAPI} api */
async function refuse(event, api) {
  if (event.user.email.endsWith('.example')) api.access.denied();
}`,
  'connected.js': template(`
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
  }`),
  'typed.ts': `import type { PreUserRegistrationAction } from '@signup-actions/types';
import axios from 'axios';
const typed: PreUserRegistrationAction = async (event) => {
  await axios.get(event.user.email.trim());
};
export const onExecutePreUserRegistration = typed;`,
  'untyped.ts': `export async function onExecutePreUserRegistration(event, api) {
  const count: string = event.request.ip.length;
  api.access.denied();
}
export const other = 1;`,
  'arrow.ts':
    'export const onExecutePreUserRegistration = async (event, api) => api.access.denied();',
};

describe('what check finds in a file', async () => {
  const findingsOf = await checkAll(files);

  it('is the mistakes that real Actions make, in the dashboard’s template', ({ expect }) => {
    expect(findingsOf('real-mistakes.js')).toMatchInlineSnapshot(`
      [
        "9  'event.user.email' is possibly 'undefined'. (TS18048)",
        "10  'event.client' is possibly 'undefined'. (TS18048)",
        "11  Property 'user_id' does not exist on type 'EventUser<Shape>'. (TS2339)",
        "12  Property 'password' does not exist on type 'EventUser<Shape>'. (TS2339)",
        "13  Property 'query' does not exist on type 'EventRequest<Shape>'. (TS2339)",
        "14  Property 'organization' does not exist on type 'Event<Shape>'. (TS2339)",
        "15  Property 'body' does not exist on type 'Event<Shape>'. (TS2339)",
        "16  Expected 2 arguments, but got 1. (TS2554)",
        "17  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)",
        "18  Property 'idToken' does not exist on type 'PreUserRegistrationAPI<Shape>'. (TS2339)",
        "19  Property 'redirect' does not exist on type 'PreUserRegistrationAPI<Shape>'. (TS2339)",
        "20  Argument of type 'Error' is not assignable to parameter of type 'string'. (TS2345)",
        "21  Argument of type 'Promise<string>' is not assignable to parameter of type 'string'. (TS2345)",
        "22  Expected 2 arguments, but got 1. (TS2554)",
        "23  This is not allowed: undefined changes nothing: pass null to remove the property. (TS2345)",
        "24  This is not allowed: JSON has no Date: store date.toISOString(). (TS2741)",
        "25  This is not allowed: the whole event, including its secrets: store only the properties that you need. (TS2741)",
        "26  This is not allowed: a reserved app_metadata key: choose another. (TS2345)",
        "27  Property 'split' does not exist on type 'CacheRecord'. (TS2339)",
        "28  Cannot assign to 'email' because it is a read-only property. (TS2540)",
      ]
    `);
  });

  it.for(handlerFiles)(
    'does not depend on how the handler is written: %s',
    ([file], { expect }) => {
      expect(findingsOf(file)).toEqual([
        "2  Property 'user_id' does not exist on type 'EventUser<Shape>'. (TS2339)",
        '2  Expected 2 arguments, but got 1. (TS2554)',
      ]);
    },
  );

  it.for(['action.cjs', 'nested/index.js'])(
    'does not depend on the name of the file: %s',
    (file, { expect }) => {
      expect(findingsOf(file)).toEqual([expect.stringContaining("8  Property 'user_id'")]);
    },
  );

  it('is not a return at the top, which CommonJS allows', ({ expect }) => {
    expect(findingsOf('return.js')).toEqual([expect.stringContaining("9  Property 'user_id'")]);
  });

  it('is not a first line for a shell, which Node allows', ({ expect }) => {
    expect(findingsOf('shell.js')).toEqual([]);
    expect(findingsOf('shell-mistake.js')).toEqual([expect.stringMatching(/^9 .*'password'/)]);
  });

  it('follows the type that the author gave the handler', ({ expect }) => {
    expect(findingsOf('own-type.js')).toEqual([
      expect.stringContaining("2  Property 'TOKEN' does not exist"),
    ]);
  });

  it('includes functions that the handler calls, by the comments on them', ({ expect }) => {
    expect(findingsOf('called.js')).toMatchInlineSnapshot(`
      [
        "13  'event.user.email' is possibly 'undefined'. (TS18048)",
        "13  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)",
      ]
    `);
  });

  it('is nothing about dependencies, untyped functions and responses from the network', ({
    expect,
  }) => {
    expect(findingsOf('connected.js')).toEqual([]);
  });

  it('includes TypeScript sources', ({ expect }) => {
    expect(findingsOf('typed.ts')).toMatchInlineSnapshot(`
      [
        "4  'event.user.email' is possibly 'undefined'. (TS18048)",
      ]
    `);
    expect(findingsOf('untyped.ts')).toMatchInlineSnapshot(`
      [
        "2  Type 'number' is not assignable to type 'string'. (TS2322)",
        "3  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)",
      ]
    `);
    expect(findingsOf('arrow.ts')).toMatchInlineSnapshot(`
      [
        "1  Property 'denied' does not exist on type 'AccessAPI<PreUserRegistrationAPI<Shape>>'. (TS2339)",
      ]
    `);
  });
});

describe.concurrent('check', () => {
  it('finds nothing in the example tenant, in this folder or another', async ({ expect }) => {
    const done = { status: 0, stdout: '✓ 4 Actions checked, nothing found\n', stderr: '' };

    expect(await signupActions(examples, 'check', 'tenant')).toEqual(done);
    expect(await signupActions(`${examples}/tenant`, 'check')).toEqual(done);
  });

  it('prints JSON and nothing else with --json', async ({ expect }) => {
    const folder = createFolder({ 'action.js': template("api.access.deny('one argument');") });

    expect(await signupActions(folder, 'check', 'action.js', '--json')).toMatchInlineSnapshot(`
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
    expect(await signupActions(examples, 'check', 'tenant', '-j')).toMatchInlineSnapshot(`
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

  it('checks an exported tenant and names its files', async ({ expect }) => {
    const code = `exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = event.user.email.split('@')[1];
  if (domain === 'disposable.example') api.access.deny('disposable address');
};`;
    const folder = createFolder({
      'tenant/triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'block' }] },
      'tenant/actions/block.json': { name: 'block', code: 'actions/block/code.js' },
      'tenant/actions/block/code.js': code,
    });

    expect((await signupActions(folder, 'check', 'tenant')).stdout).toMatchInlineSnapshot(`
      "tenant/actions/block/code.js:2  'event.user.email' is possibly 'undefined'. (TS18048)
      tenant/actions/block/code.js:3  Expected 2 arguments, but got 1. (TS2554)

      ✗ 1 Action checked, 2 mistakes found
      "
    `);
  });

  it('refuses a folder without Actions, and a missing file', async ({ expect }) => {
    const folder = createFolder({ 'readme.txt': '' });

    expect(await signupActions(folder, 'check')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to read ~: an exported tenant has triggers/triggers.json or a tenant.yaml, but this folder has neither.
      ",
        "stdout": "",
      }
    `);
    expect(await signupActions(folder, 'check', 'missing.js')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to read ~/missing.js: there is no such file.
      ",
        "stdout": "",
      }
    `);
  });
});
