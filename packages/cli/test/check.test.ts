import { describe, it } from 'vitest';
import { checkAll } from './check-all.ts';
import { createFolder, examples, signupActions, recordInColour } from './command.ts';

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
  const { sum } = require('sum-package');
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
  // Only a browser's script may be so, and only the compiler minds.
  'unreadable.js': `<!-- old\n${template('api.access.deny;')}`,
  'octal.js': template('api.access.deny; const mode = 010;'),
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
        "9  event.user.email may be absent: write event.user.email?.split(…), or check it first. (optional-field)",
        "10  event.client may be absent: write event.client?.client_id, or check it first. (optional-field)",
        "11  event.user has no user_id: the user does not exist yet. (unknown-field)",
        "12  event.user has no password: Actions never receive passwords. (unknown-field)",
        "13  event.request has no query: this trigger has no query; fields of the signup form are in event.request.body. (unknown-field)",
        "14  event has no organization: a signup belongs to no organization. (unknown-field)",
        "15  event has no body: write event.request.body. (unknown-field)",
        "16  api.access.deny does not end the handler, so api.access.deny on line 20 runs after the refusal: put return before it. (call-after-refusal)",
        "16  api.access.deny needs a second argument, the message for the user. (deny-without-user-message)",
        "17  api.access has no denied: write api.access.deny. (unknown-method)",
        "18  api has no idToken: this trigger's api has access, cache, user, and validation. (unknown-method)",
        "19  api has no redirect: this trigger's api has access, cache, user, and validation. (unknown-method)",
        "20  api.access.deny takes a string as its first argument, not new Error('no text'): pass its message. (argument-not-a-string)",
        "20  api.access.deny does not end the handler, so api.access.deny on line 21 runs after the refusal: put return before it. (call-after-refusal)",
        "21  api.access.deny takes a string as its first argument, not fetch('https://example.com').then((answer) => answer.text()): put await before it. (argument-not-a-string)",
        "21  api.access.deny does not end the handler, so api.user.setUserMetadata on line 22 runs after the refusal: put return before it. (call-after-refusal)",
        "22  api.user.setUserMetadata takes a key and a value, not an object: call it once for each property. (missing-argument)",
        "23  api.user.setUserMetadata changes nothing if the value is undefined, and it is: pass a value, or null to remove the property. (metadata-undefined)",
        "24  api.user.setUserMetadata stores JSON, which has no Date: store date.toISOString(). (metadata-not-json)",
        "25  api.user.setAppMetadata exposes the whole event, including its secrets: pass only what others may read. (secret-exposed)",
        "26  api.user.setAppMetadata throws for this key: it is a reserved app_metadata key, so choose another. (metadata-key)",
        "27  api.cache.get('attempts') is a cache record or undefined, not a string: read its value, as in api.cache.get('attempts')?.value. (cache-record-as-string)",
        "28  event.user.email is read-only, and editing it changes nothing: call api.user.setUserMetadata, or copy it first. (read-only-event)",
      ]
    `);
  });

  it.for(handlerFiles)(
    'does not depend on how the handler is written: %s',
    ([file], { expect }) => {
      expect(findingsOf(file)).toEqual([
        '2  event.user has no user_id: the user does not exist yet. (unknown-field)',
        '2  api.access.deny needs a second argument, the message for the user. (deny-without-user-message)',
      ]);
    },
  );

  it.for(['action.cjs', 'nested/index.js'])(
    'does not depend on the name of the file: %s',
    (file, { expect }) => {
      expect(findingsOf(file)).toEqual([expect.stringContaining('8  event.user has no user_id')]);
    },
  );

  it('is not a return at the top, which CommonJS allows', ({ expect }) => {
    expect(findingsOf('return.js')).toEqual([
      expect.stringContaining('9  event.user has no user_id'),
    ]);
  });

  it('is not a first line for a shell, which Node allows', ({ expect }) => {
    expect(findingsOf('shell.js')).toEqual([]);
    expect(findingsOf('shell-mistake.js')).toEqual([expect.stringMatching(/^9 .*no password/)]);
  });

  it('follows the type that the author gave the handler', ({ expect }) => {
    expect(findingsOf('own-type.js')).toEqual([
      expect.stringContaining('2  event.secrets has no TOKEN'),
    ]);
  });

  it('includes functions that the handler calls, by the comments on them', ({ expect }) => {
    expect(findingsOf('called.js')).toMatchInlineSnapshot(`
      [
        "13  event.user.email may be absent: write event.user.email?.endsWith(…), or check it first. (optional-field)",
        "13  api.access has no denied: write api.access.deny. (unknown-method)",
      ]
    `);
  });

  it('is nothing about dependencies, untyped functions and responses from the network', ({
    expect,
  }) => {
    expect(findingsOf('connected.js')).toEqual([]);
  });

  it('is still something in a file that the compiler cannot read, and in all others', ({
    expect,
  }) => {
    expect(findingsOf('unreadable.js')).toMatchInlineSnapshot(`
      [
        "1  note The compiler cannot read this file (Expression expected.), so its fields and arguments are not checked. (types-not-checked)",
        "9  api.access.deny is only named here, not called: write api.access.deny(…). (not-called)",
      ]
    `);
    expect(findingsOf('octal.js')).toMatchInlineSnapshot(`
      [
        "8  note The compiler cannot read this file (Octal literals are not allowed. Use the syntax '0o10'.), so its fields and arguments are not checked. (types-not-checked)",
        "8  api.access.deny is only named here, not called: write api.access.deny(…). (not-called)",
      ]
    `);
  });

  it('includes TypeScript sources', ({ expect }) => {
    expect(findingsOf('typed.ts')).toMatchInlineSnapshot(`
      [
        "4  event.user.email may be absent: write event.user.email?.trim(…), or check it first. (optional-field)",
      ]
    `);
    expect(findingsOf('untyped.ts')).toMatchInlineSnapshot(`
      [
        "2  Type 'number' is not assignable to type 'string'. (TS2322)",
        "3  api.access has no denied: write api.access.deny. (unknown-method)",
      ]
    `);
    expect(findingsOf('arrow.ts')).toMatchInlineSnapshot(`
      [
        "1  api.access has no denied: write api.access.deny. (unknown-method)",
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
            "rule": "deny-without-user-message",
            "message": "api.access.deny needs a second argument, the message for the user."
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

    const { stdout } = await recordInColour(expect, 'check', folder, 'check', 'tenant');
    expect(stdout).toMatchInlineSnapshot(`
      "tenant/actions/block/code.js:2  event.user.email may be absent: write event.user.email?.split(…), or check it first. (optional-field)
          2 │ const domain = event.user.email.split('@')[1];
            │                ~~~~~~~~~~~~~~~~
      tenant/actions/block/code.js:3  api.access.deny needs a second argument, the message for the user. (deny-without-user-message)
          3 │ if (domain === 'disposable.example') api.access.deny('disposable address');
            │                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      https://signup-actions.github.io/signup-actions/diagnostics#optional-field
      https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message

      ✗ 1 Action checked, 2 mistakes found
      "
    `);
  });

  it('refuses a folder without Actions, and a missing file', async ({ expect }) => {
    const folder = createFolder({ 'readme.txt': '' });

    expect(await signupActions(folder, 'check')).toMatchInlineSnapshot(`
      {
        "status": 2,
        "stderr": "error: Failed to read ~: a tenant is triggers/triggers.json or tenant.yaml of the deploy tool, or .tf files, but this folder has none of them.
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
