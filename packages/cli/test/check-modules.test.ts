// What `check` finds in Actions modules, and in what Actions do with them.
import { describe, it } from 'vitest';
import { action, createFolder, signupActions, type Done, recordInColour } from './command.ts';

const pin = { module_name: 'team', module_version_number: 2 };
const gate = { name: 'gate', code: './actions/gate/code.js', dependencies: [], secrets: [] };
const declared = {
  name: 'team',
  code: './action-modules/team/code.js',
  dependencies: [],
  secrets: [{ name: 'DOMAIN' }],
  all_changes_published: true,
  latest_version_number: 2,
};
const isTeam =
  'exports.isTeam = (email) => email?.endsWith(`@${actions.secrets.DOMAIN}`) === true;\n';
const asks = `const { isTeam } = require('actions:team');
${action("if (!isTeam(event.user.email)) api.access.deny('not in the team', 'Sorry.');")}`;

const exported = (files: Readonly<Record<string, unknown>>): string =>
  createFolder({
    'triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'gate' }] },
    'actions/gate.json': { ...gate, modules: [pin] },
    'actions/gate/code.js': asks,
    'action-modules/team.json': declared,
    'action-modules/team/code.js': isTeam,
    ...files,
  });

/** The findings, without the addresses of their pages. */
const check = async (folder: string, ...args: readonly string[]): Promise<string> => {
  const { stdout, stderr }: Done = await signupActions(folder, 'check', ...args);
  return stderr + stdout.replaceAll(/^https:.*\n/gm, '');
};

describe.concurrent('check', () => {
  it('finds nothing in an Action and a module that are right', async ({ expect }) => {
    const folder = exported({});

    expect(await check(folder)).toBe('✓ 1 Action and 1 module checked, nothing found\n');
  });

  it('finds mistakes in a module, with the types of what its functions receive', async ({
    expect,
  }) => {
    const folder = exported({
      'actions/gate/code.js': `const team = require('actions:team');
const { refuse } = require('actions:team');
${action('team.check(event, { access: api.access, user: event.user }); refuse(api); refuse(api);')}`,
      'action-modules/team/code.js': `module.exports = { check, refuse: (actionsApi) => actionsApi.acess.deny('no', 'No.') };
function check(signup, { access, user }) {
  if (signup.user.email.endsWith(actions.secrets.DOMIAN)) access.deny('no');
  if (user.user_id) signup.user.name = 'x';
  console.log(actions.secrets.DOMAIN, actions.secrets);
  return document.title;
}
`,
    });

    const { stdout } = await recordInColour(expect, 'check-module', folder, 'check');
    expect(stdout.replaceAll(/^https:.*\n/gm, '')).toMatchInlineSnapshot(`
      "action-modules/team/code.js:1  api has no acess: write access. (unknown-method)
          1 │ module.exports = { check, refuse: (actionsApi) => actionsApi.acess.deny('no', 'No.') };
            │                                                              ~~~~~
      action-modules/team/code.js:3  The export does not declare the secret DOMIAN, so it is undefined: write DOMAIN. (undeclared-secret)
      action-modules/team/code.js:3  signup.user.email may be absent: write signup.user.email?.endsWith(…), or check it first. (optional-field)
          3 │ if (signup.user.email.endsWith(actions.secrets.DOMIAN)) access.deny('no');
            │     ~~~~~~~~~~~~~~~~~
      action-modules/team/code.js:3  access.deny needs a second argument, the message for the user. (deny-without-user-message)
          3 │ if (signup.user.email.endsWith(actions.secrets.DOMIAN)) access.deny('no');
            │                                                         ~~~~~~~~~~~~~~~~~
      action-modules/team/code.js:4  event.user has no user_id: the user does not exist yet. (unknown-field)
          4 │ if (user.user_id) signup.user.name = 'x';
            │          ~~~~~~~
      action-modules/team/code.js:4  signup.user.name is read-only, and editing it changes nothing: call api.user.setUserMetadata, or copy it first. (read-only-event)
          4 │ if (user.user_id) signup.user.name = 'x';
            │                   ~~~~~~~~~~~~~~~~~~~~~~
      action-modules/team/code.js:5  console.log exposes the secret DOMAIN: pass only what others may read. (secret-exposed)
          5 │ console.log(actions.secrets.DOMAIN, actions.secrets);
            │ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      action-modules/team/code.js:6  Nothing declares document: browsers have it, and Node does not. (undeclared-name)
          6 │ return document.title;
            │        ~~~~~~~~

      ✗ 1 Action and 1 module checked, 8 mistakes found
      "
    `);
  });

  it('types what an Action requires by the source of the module', async ({ expect }) => {
    const folder = exported({
      'actions/gate/code.js': `const team = require('actions:team');
const { isTeem, isTeam: isMember } = require('actions:team');
${action(`const domain = team.domainOf(event.user.email);
  if (!isMember(domain)) api.access.deny(team.count, 'Sorry.');
  if (domain.split('.').length > 2) api.user.setAppMetadata('domain', domain);
  team.isOwner(event);`)}`,
      'action-modules/team/code.js': `${isTeam}exports.count = 3;
/** @param {string | undefined} email */
exports.domainOf = (email) => email?.split('@')[1];
`,
    });

    expect(await check(folder)).toMatchInlineSnapshot(`
      "actions/gate/code.js:2  The Actions module team does not export isTeem: write isTeam. (unknown-export)
          2 │ const { isTeem, isTeam: isMember } = require('actions:team');
            │         ~~~~~~
      actions/gate/code.js:5  api.access.deny does not end the handler, so api.user.setAppMetadata on line 6 runs after the refusal: put return before it. (call-after-refusal)
          5 │ if (!isMember(domain)) api.access.deny(team.count, 'Sorry.');
            │                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      actions/gate/code.js:5  api.access.deny takes a string as its first argument, not team.count: convert it with String(…). (argument-not-a-string)
          5 │ if (!isMember(domain)) api.access.deny(team.count, 'Sorry.');
            │                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      actions/gate/code.js:6  api.user.setAppMetadata changes nothing if the value is undefined, and domain may be: pass a value, or null to remove the property. (metadata-undefined)
          6 │ if (domain.split('.').length > 2) api.user.setAppMetadata('domain', domain);
            │                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      actions/gate/code.js:7  The Actions module team does not export isOwner: export it there, or remove it here. (unknown-export)
          7 │ team.isOwner(event);
            │      ~~~~~~~

      ✗ 1 Action and 1 module checked, 5 mistakes found
      "
    `);
  });

  it('says nothing of exports that only running the code would tell', async ({ expect }) => {
    const folder = exported({
      'actions/gate/code.js': `const team = require('actions:team');\n${action('team.anything(event.user.email); team.toString();')}`,
      'action-modules/team/code.js':
        'for (const name of [actions.secrets.DOMAIN]) exports[name] = 1;',
    });

    expect(await check(folder)).toBe('✓ 1 Action and 1 module checked, nothing found\n');
  });

  it('holds modules against what Actions list and what modules declare', async ({ expect }) => {
    const folder = exported({
      'actions/gate.json': JSON.stringify(
        {
          ...gate,
          modules: [
            { ...pin, module_version_number: 1 },
            { module_name: 'gone', module_version_number: 1 },
            { module_name: 'idle', module_version_number: 1 },
            { module_name: 'idle-too', module_version_number: 1 },
          ],
        },
        null,
        2,
      ),
      'actions/gate/code.js': `require('actions:gone'); require('actions:taem');\n${asks}`,
      'action-modules/team.json': JSON.stringify(
        {
          ...declared,
          secrets: Array.from({ length: 31 }, (_, index) => ({ name: `S${index}` })),
          dependencies: Array.from({ length: 11 }, (_, index) => ({ name: `d${index}` })),
          all_changes_published: false,
        },
        null,
        2,
      ),
      'action-modules/team/code.js': `require('axios'); require('./beside'); require('actions:other');\n${isTeam}`,
      ...Object.fromEntries(
        ['idle', 'idle-too'].flatMap((name) => [
          [
            `action-modules/${name}.json`,
            {
              ...declared,
              name,
              code: `./action-modules/${name}/code.js`,
              latest_version_number: 1,
            },
          ],
          [`action-modules/${name}/code.js`, 'import fs from "node:fs";'],
        ]),
      ),
    });

    expect(await check(folder)).toMatchInlineSnapshot(`
      "action-modules/team.json:4  The platform accepts at most 10 packages per module, but this one has 11: bundle some of them into the code. (too-many-packages)
      actions/gate.json:6  The platform accepts at most 3 Actions modules per Action, but this one has 4: merge some of them. (too-many-modules)
      actions/gate.json:8  note The Action lists version 1 of the Actions module team, but the export holds the code of version 2: list version 2, or pass the code of version 1 with --module team=FILE. (older-module-version)
      actions/gate.json:12  The Action lists the Actions module gone, but the export does not hold it: export it too, or pass its file to the command line with --module gone=FILE. (missing-module)
      actions/gate.json:16  note The Action lists the Actions module idle and does not require it: remove it from the modules of the Action. (unused-module)
      actions/gate.json:20  note The Action lists the Actions module idle-too and does not require it: remove it from the modules of the Action. (unused-module)
      action-modules/team.json:39  The platform accepts at most 30 secrets per module, but this one has 31: merge some of them. (too-many-secrets)
      action-modules/team.json:134  note This is a draft: the export says that the platform runs another version, until this one is published. (not-deployed)
      actions/gate/code.js:1  There is no Actions module taem among those that the Action lists: write team, or add it to the modules of the Action (known: team, gone, idle, idle-too). (unknown-module)
      action-modules/team/code.js:1  The export does not declare the package axios, so the platform does not have it: add it to the dependencies of the module. (undeclared-package)
      action-modules/team/code.js:1  The platform has no file ./beside, because a module is one file: copy its code in, or bundle both. (local-file)
      action-modules/team/code.js:1  An Actions module cannot require another one, but this one requires actions:other: copy the code into this module, or let the Action pass it what it needs. (module-in-module)
      action-modules/team/code.js:2  The export does not declare the secret DOMAIN, so it is undefined: add it to the secrets of the module. (undeclared-secret)
      action-modules/idle/code.js:1  The platform loads CommonJS, but this file has import or export statements: write require(…) and exports.… = …. (not-commonjs)
      action-modules/idle-too/code.js:1  The platform loads CommonJS, but this file has import or export statements: write require(…) and exports.… = …. (not-commonjs)

      ✗ 1 Action and 3 modules checked, 11 mistakes found
      "
    `);
  });

  it('reads the files that it is given, and notes what it is not given', async ({ expect }) => {
    const folder = createFolder({
      'one.js': asks,
      'two.js': `${asks}require('actions:team').isOwner();`,
      'modules/team.ts':
        'export const isTeam = (email?: string): boolean => email === actions.secrets.DOMAIN;',
    });

    expect(await check(folder, 'one.js')).toMatchInlineSnapshot(`
      "one.js:1  note The Actions module team is not given, so what it exports is not checked: pass its file to the command line with --module team=FILE. (actions-module)

      ✓ 1 Action checked, nothing found
      "
    `);
    expect(await check(folder, 'one.js', 'two.js', '--module', 'team=modules/team.ts'))
      .toMatchInlineSnapshot(`
        "two.js:5  The Actions module team does not export isOwner: export it there, or remove it here. (unknown-export)
            5 │ require('actions:team').isOwner();
              │                         ~~~~~~~
        modules/team.ts:1  Cannot find name 'actions'. (TS2304)
            1 │ export const isTeam = (email?: string): boolean => email === actions.secrets.DOMAIN;
              │                                                              ~~~~~~~

        ✗ 2 Actions and 1 module checked, 2 mistakes found
        "
      `);
    expect(await check(folder, 'one.js', '--module', 'teem=modules/team.ts'))
      .toMatchInlineSnapshot(`
        "one.js:1  There is no Actions module team: write teem, or pass its file to the command line with --module team=FILE (known: teem). (unknown-module)
        modules/team.ts:1  Cannot find name 'actions'. (TS2304)
            1 │ export const isTeam = (email?: string): boolean => email === actions.secrets.DOMAIN;
              │                                                              ~~~~~~~

        ✗ 1 Action and 1 module checked, 2 mistakes found
        "
      `);
  });

  it('says that only modules have actions, and only handlers event and api', async ({ expect }) => {
    const folder = exported({
      'actions/gate/code.js': `require('actions:team');\n${action('return actions.secrets.KEY;')}`,
      'action-modules/team/code.js': 'exports.check = () => event.user.email;',
    });

    expect(await check(folder)).toMatchInlineSnapshot(`
      "actions/gate/code.js:3  Nothing declares actions: only an Actions module has it; the secrets of an Action are in event.secrets. (undeclared-name)
          3 │ return actions.secrets.KEY;
            │        ~~~~~~~
      action-modules/team/code.js:1  Nothing declares event: the handler receives it: pass it on to the function that needs it. (undeclared-name)
          1 │ exports.check = () => event.user.email;
            │                       ~~~~~

      ✗ 1 Action and 1 module checked, 2 mistakes found
      "
    `);
  });
});
