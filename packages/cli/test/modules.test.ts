import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockEvent } from '@signup-actions/testing';
import { describe, it } from 'vitest';
import {
  action,
  createFolder,
  recordInColour,
  signupActions,
  startSignupActions,
  type Done,
} from './command.ts';

const onlyTeam = `const { isTeam } = require('actions:team');
${action("if (!isTeam(event.user.email)) api.access.deny('not in the team', 'Sorry.');")}`;
const team =
  'exports.isTeam = (email) => email?.endsWith(`@${actions.secrets.TEAM_DOMAIN}`) === true;\n';

/** Runs Actions in a folder, with one module. */
const run = (files: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<Done> =>
  signupActions(
    createFolder({ 'own.js': onlyTeam, 'modules/team.js': team, ...files }),
    'run',
    'own.js',
    ...args,
  );

const withTeam = ['--module', 'team=modules/team.js'];

describe.concurrent('run --module', () => {
  it('gives an Action the module that it requires, with secrets of its own', async ({ expect }) => {
    const secret = ['--module-secret', 'team.TEAM_DOMAIN=example.com'];
    const email = ['--set', 'user.email=ada@example.com'];

    const insider = await run({}, ...withTeam, ...secret, ...email);
    const stranger = await run({}, ...withTeam, ...secret, '--set', 'user.email=eve@else.example');

    expect([insider.status, insider.stderr]).toEqual([0, '']);
    expect([stranger.status, stranger.stdout]).toEqual([1, expect.stringContaining('DENIED')]);
  });

  it('reads the secrets of modules from the file of secrets', async ({ expect }) => {
    const { status } = await run(
      { 'secrets.env': 'TEAM_DOMAIN=else.example\nteam.TEAM_DOMAIN="example.com"\n' },
      ...withTeam,
      '--env-file',
      'secrets.env',
      '--set',
      'user.email=ada@example.com',
    );

    expect(status).toBe(0);
  });

  it('keeps the secrets of Actions and modules apart', async ({ expect }) => {
    const { stdout } = await run(
      {
        'own.js': action(
          "api.user.setAppMetadata('seen', [Object.keys(event.secrets), require('actions:team'), typeof actions]);",
        ),
        'modules/team.js': 'module.exports = Object.keys(actions.secrets);',
        'secrets.env': 'A=own-secret\nteam.B=of-the-module\n',
      },
      ...withTeam,
      '--env-file',
      'secrets.env',
      '--secret',
      'C=1',
      '--module-secret',
      'team.D=2',
      '--json',
    );

    expect(JSON.parse(stdout)).toMatchObject({
      user: { app_metadata: { seen: [['A', 'C'], ['B', 'D'], 'undefined'] } },
    });
  });

  it('hides the secrets of modules in everything that it prints', async ({ expect }) => {
    const leaking = {
      'own.js': `const { key } = require('actions:team');
${action("console.log(key); api.user.setAppMetadata('k', key); throw new Error(`bad ${key}`);")}`,
      'modules/team.js':
        "console.log('loading', actions.secrets); exports.key = actions.secrets.KEY;",
    };
    const secret = [...withTeam, '--module-secret', 'team.KEY=very-secret-value'];

    const text = await run(leaking, ...secret);
    const json = await run(leaking, ...secret, '--json');

    expect(text.stdout + text.stderr + json.stdout + json.stderr).not.toContain(
      'very-secret-value',
    );
    expect(text.stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in own (action_error)
        Error: bad [secret team.KEY]
            own.js:3:62 │ console.log(key); api.user.setAppMetadata('k', key); throw new Error(\`bad \${key}\`);
      Actions
        ✗ own  failed, 0 ms
            api.user.setAppMetadata("k", "[secret team.KEY]")
            │ loading { KEY: '[secret team.KEY]' }
            │ [secret team.KEY]
      User not created
      Diagnostics
        ! secret-exposed in own: Console output shows the value of the secret team.KEY; remove it.
            modules/team.js:1:9 │ console.log('loading', actions.secrets); exports.key = actions.secrets.KEY;
        ! secret-exposed in own: api.user.setAppMetadata("k", "[secret team.KEY]") exposes the value of the secret team.KEY; remove it.
            own.js:3:30 │ console.log(key); api.user.setAppMetadata('k', key); throw new Error(\`bad \${key}\`);
        https://signup-actions.github.io/signup-actions/diagnostics#secret-exposed

      "
    `);
  });

  it('names a secret without a value, with the option that gives it', async ({ expect }) => {
    const { stdout } = await run({}, ...withTeam);

    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      DENIED by own
        for the log   "not in the team"
        for the user  "Sorry."
      Actions
        ✗ own  refused, 0 ms
            api.access.deny("not in the team", "Sorry.")
      User not created
      Diagnostics
        ! module-secret-without-value in own: actions.secrets.TEAM_DOMAIN of the Actions module team was read but has no value; pass it with --module-secret team.TEAM_DOMAIN=VALUE, or in a file with --env-file as team.TEAM_DOMAIN=VALUE.
            modules/team.js:1:65 │ exports.isTeam = (email) => email?.endsWith(\`@\${actions.secrets.TEAM_DOMAIN}\`) === true;
        https://signup-actions.github.io/signup-actions/diagnostics#module-secret-without-value

      "
    `);
  });

  it('keeps a module between the signups of a batch, and names what it lacks for each', async ({
    expect,
  }) => {
    const { stdout } = await run(
      {
        'own.js': action("api.user.setAppMetadata('seen', require('actions:team').next());"),
        'modules/team.js':
          'const { KEY } = actions.secrets; let count = 0; exports.next = () => `${KEY} ${(count += 1)}`;',
        'signups.ndjson': `${JSON.stringify(createMockEvent())}\n`.repeat(2),
      },
      ...withTeam,
      '--event',
      'signups.ndjson',
      '--ndjson',
    );

    const entries = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(entries).toMatchObject(
      ['undefined 1', 'undefined 2'].map((seen) => ({
        user: { app_metadata: { seen } },
        diagnostics: [{ code: 'module-secret-without-value' }],
      })),
    );
  });

  it('loads a module once for each Action, and its packages from its own folder', async ({
    expect,
  }) => {
    const counting = `const { next } = require('actions:team');
${action("api.user.setAppMetadata('seen', `${next()} ${require('actions:team').next()} ${next.kept}`);")}`;
    const { stdout } = await signupActions(
      createFolder({
        'one.js': counting,
        'two.js': counting,
        'modules/team.js': `let count = 0; exports.next = () => (count += 1);
          exports.next.kept = require('kept');`,
        'modules/node_modules/kept/package.json': { name: 'kept', main: 'index.js' },
        'modules/node_modules/kept/index.js': "module.exports = 'from the module';",
      }),
      'run',
      'one.js',
      'two.js',
      ...withTeam,
      '--json',
    );

    const { calls } = JSON.parse(stdout) as {
      readonly calls: readonly { readonly args: readonly string[] }[];
    };
    expect(calls.map(({ args }) => args[1])).toEqual([
      '1 2 from the module',
      '1 2 from the module',
    ]);
  });

  it('shows places in the file of the module', async ({ expect }) => {
    const folder = createFolder({
      'own.js': action("require('actions:team').check(event, api);"),
      'modules/team.js': `exports.check = (event, api) => {
  api.access.deny('no');
  event.user.email.nothing();
};
`,
    });
    const args = ['run', 'own.js', ...withTeam];
    const { stdout, status } = await recordInColour(expect, 'run-module', folder, ...args);

    expect(status).toBe(3);
    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in own (action_error)
        TypeError: event.user.email.nothing is not a function
            modules/team.js:3:20 │ event.user.email.nothing();
            own.js:2:27 │ require('actions:team').check(event, api);
      Actions
        ✗ own  failed, 0 ms
            api.access.deny("no")
      User not created
      Diagnostics
        ! deny-without-user-message in own: api.access.deny("no") has no message for the user; pass one as the second argument.
            modules/team.js:2:14 │ api.access.deny('no');
        https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message

      "
    `);
  });

  it('transpiles TypeScript, and lets a module use the name actions', async ({ expect }) => {
    const { stdout, status } = await run(
      {
        'team.ts':
          'const actions: readonly string[] = ["ada@example.com"];\nexport const isTeam = (email?: string): boolean => actions.includes(email ?? "");',
      },
      '--module',
      'team=team.ts',
      '--set',
      'user.email=ada@example.com',
    );

    expect(status).toBe(0);
    expect(stdout).toContain('team.ts was transpiled from TypeScript');
  });

  it('refuses what cannot be run, and says how to fix it', async ({ expect }) => {
    const many = Array.from({ length: 4 }, (_, index) => `m${index}`);
    const cases: readonly (readonly [
      what: string,
      files: Readonly<Record<string, unknown>>,
      ...args: readonly string[],
    ])[] = [
      ['no module', {}],
      ['a near name', {}, '--module', 'tam=modules/team.js'],
      ['another name', {}, '--module', 'colours=modules/team.js'],
      ['no file', {}, '--module', 'team=missing.js'],
      ['no name', {}, '--module', 'modules/team.js'],
      ['an ES module', { 'modules/team.js': 'export const a = 1;' }, ...withTeam],
      ['too much code', { 'modules/team.js': `//${'x'.repeat(1e5)}` }, ...withTeam],
      ['a missing package', { 'modules/team.js': "require('axios');" }, ...withTeam],
      [
        'too many modules',
        {
          'own.js': many.map((name) => `require('actions:${name}');`).join('\n') + action(''),
        },
        ...many.flatMap((name) => ['--module', `${name}=modules/team.js`]),
      ],
      ['a secret of no module', {}, ...withTeam, '--module-secret', 'tam.KEY=very-secret'],
      ['a secret without a module', {}, ...withTeam, '--module-secret', 'KEY=very-secret'],
    ];

    const said = await Promise.all(
      cases.map(async ([what, files, ...args]) => {
        const { status, stdout, stderr } = await run(files, ...args);
        expect({ what, status, stdout }).toEqual({ what, status: 2, stdout: '' });
        return `${what}: ${stderr}`;
      }),
    );

    expect(said.join('')).not.toContain('very-secret');
    expect(said.join('')).toMatchInlineSnapshot(`
      "no module: error: Failed to run ~/own.js. There is no Actions module team: pass its file to the command line with --module team=FILE.
      a near name: error: Failed to run ~/own.js. There is no Actions module team: write tam, or pass its file to the command line with --module team=FILE (known: tam).
      another name: error: Failed to run ~/own.js. There is no Actions module team: pass its file to the command line with --module team=FILE (known: colours).
      no file: error: Failed to read ~/missing.js: there is no such file.
      no name: error: option '--module <name=file>' argument 'modules/team.js' is invalid. It must be NAME=FILE, such as team=modules/team.js.
      an ES module: error: Failed to run ~/modules/team.js:1. The platform loads CommonJS, but this file has import or export statements: write require(…) and exports.… = ….
      too much code: error: Failed to run the Actions module team. The platform accepts at most 100,000 bytes of code, but this file has 100,002: move data and libraries into dependencies.
      a missing package: error: Failed to run ~/modules/team.js. The package axios is not installed: run npm install axios in ~/modules or above it.
      too many modules: error: Failed to run ~/own.js. The platform accepts at most 3 Actions modules per Action, but this one has 4: merge some of them.
      a secret of no module: error: Failed to use --module-secret tam.KEY: no Action has that module. Did you mean team?
      Modules: team.
      a secret without a module: error: Failed to read --module-secret: it must be NAME.KEY=VALUE.
      "
    `);
  });

  it('fails an Action whose module requires another one', async ({ expect }) => {
    const { stdout, status } = await run(
      { 'modules/team.js': "\nexports.isTeam = () => require('actions:other');" },
      ...withTeam,
      '--module',
      'other=modules/team.js',
    );

    expect(status).toBe(3);
    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      FAILED in own (action_error)
        Error: An Actions module cannot require another one, but this one requires actions:other: copy the code into this module, or let the Action pass it what it needs.
            modules/team.js:2:24 │ exports.isTeam = () => require('actions:other');
            own.js:3:8 │ if (!isTeam(event.user.email)) api.access.deny('not in the team', 'Sorry.');
      Actions
        ✗ own  failed, 0 ms
      User not created

      "
    `);
  });

  it('runs again when the file of a module changes', async ({ expect }) => {
    const folder = createFolder({ 'own.js': onlyTeam, 'modules/team.js': team });
    let printed = '';
    let interrupt = (): void => {};
    const status = startSignupActions(folder, ['run', 'own.js', ...withTeam, '--watch', '-q'], {
      onInterrupt: (stop) => void (interrupt = () => stop('SIGINT')),
      onPrint(text) {
        const before = printed;
        printed += text;
        const count = printed.split('Watching for changes').length;
        if (count === before.split('Watching for changes').length) return;
        if (count === 2) {
          writeFileSync(join(folder, 'modules/team.js'), 'exports.isTeam = () => true;');
        } else interrupt();
      },
    });
    await status;

    expect(printed).toMatch(/DENIED[^]*Changed: modules\/team\.js[^]*ALLOWED/);
  });
});

const exported = {
  'triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'gate' }] },
  'actions/gate.json': {
    name: 'gate',
    code: './actions/gate/code.js',
    dependencies: [],
    secrets: [],
    modules: [{ module_name: 'team', module_version_number: 2 }],
  },
  'actions/gate/code.js': onlyTeam,
  'action-modules/team.json': {
    name: 'team',
    code: './action-modules/team/code.js',
    dependencies: [],
    secrets: [{ name: 'TEAM_DOMAIN', value: '_VALUE_NOT_SHOWN_' }],
    actions_using_module_total: 1,
    all_changes_published: true,
    latest_version_number: 2,
  },
  'action-modules/team/code.js': team,
  // A module that no bound Action lists need not be whole.
  'action-modules/other.json': { name: 'other' },
};
const { modules: pins, ...unlisted } = exported['actions/gate.json'];
const asYaml = {
  'tenant.yaml': JSON.stringify({
    actions: [exported['actions/gate.json']],
    actionModules: [exported['action-modules/team.json']],
    triggers: exported['triggers/triggers.json'],
  }),
  'actions/gate/code.js': onlyTeam,
  'action-modules/team/code.js': team,
};
const domain = ['--module-secret', 'team.TEAM_DOMAIN=example.com'];

describe.concurrent('run on an export', () => {
  it.for([
    ['a folder', exported, '.'],
    ['a tenant.yaml', asYaml, 'tenant.yaml'],
  ] as const)('loads the modules of %s', async ([, files, path], { expect }) => {
    const folder = createFolder(files);

    const insider = await signupActions(folder, 'run', path, ...domain);
    const stranger = await signupActions(
      folder,
      'run',
      path,
      '--module-secret',
      'team.TEAM_DOMAIN=a',
    );

    expect([insider.status, insider.stderr]).toEqual([0, '']);
    expect([stranger.status, stranger.stderr]).toEqual([1, '']);
  });

  it('runs other code for a listed module, and tells of what the module does not declare', async ({
    expect,
  }) => {
    const folder = createFolder({
      ...exported,
      'actions/gate.json': { ...unlisted, modules: [{ ...pins[0], module_version_number: 1 }] },
      'old/team.js': `require('axios'); require('./beside');
exports.isTeam = () => actions.secrets.TEAM_DOMIAN ?? true;`,
      'old/beside.js': '',
      'old/node_modules/axios/package.json': { name: 'axios', version: '0.1.0', main: 'index.js' },
      'old/node_modules/axios/index.js': '',
    });

    const { stdout, status } = await signupActions(
      folder,
      'run',
      '.',
      '--module',
      'team=old/team.js',
      ...domain,
    );

    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "── ada@example.com (universal-login)
      ALLOWED
      Actions
        ✓ gate  completed, 0 ms
      User as created
          email  "ada@example.com"
      Diagnostics
        ! undeclared-package in gate: The export does not declare the package axios, so the platform does not have it: add it to the dependencies of the module.
            old/team.js:1:1 │ require('axios'); require('./beside');
        ! local-file in gate: The platform has no file ./beside, because a module is one file: copy its code in, or bundle both.
            old/team.js:1:19 │ require('axios'); require('./beside');
        ! undeclared-secret in gate: The export does not declare the secret TEAM_DOMIAN, so it is undefined: write TEAM_DOMAIN.
            old/team.js:2:40 │ exports.isTeam = () => actions.secrets.TEAM_DOMIAN ?? true;
        https://signup-actions.github.io/signup-actions/diagnostics#undeclared-package
        https://signup-actions.github.io/signup-actions/diagnostics#local-file
        https://signup-actions.github.io/signup-actions/diagnostics#undeclared-secret

      "
    `);
  });

  it('takes other code for a module that only an Action lists which does not run', async ({
    expect,
  }) => {
    const folder = createFolder({
      ...exported,
      'triggers/triggers.json': {
        'pre-user-registration': [{ action_name: 'gate' }, { action_name: 'tag' }],
      },
      'actions/tag.json': { ...unlisted, name: 'tag', code: './actions/tag/code.js', modules: [] },
      'actions/tag/code.js': action(''),
    });

    const { status, stderr } = await signupActions(
      folder,
      'run',
      '.',
      '--only',
      'tag',
      '--module',
      'team=action-modules/team/code.js',
    );

    expect([status, stderr]).toEqual([0, '']);
  });

  it('refuses what the export does not hold or declare, and says how to fix it', async ({
    expect,
  }) => {
    const gate = (more: object): object => ({ 'actions/gate.json': { ...unlisted, ...more } });
    const cases: readonly (readonly [what: string, files: object, ...args: readonly string[]])[] = [
      ['another version', gate({ modules: [{ ...pins[0], module_version_number: 3 }] })],
      ['a missing module', gate({ modules: [{ module_name: 'teams', module_version_number: 1 }] })],
      ['a module that is not listed', gate({ modules: [] })],
      ['no list', gate({})],
      ['a module without a name', gate({ modules: [{ module_version_number: 1 }] })],
      ['no list of modules', gate({ modules: {} })],
      [
        'too many modules',
        gate({ modules: Array.from({ length: 4 }, () => ({ module_name: 'team' })) }),
      ],
      ['a module without code', { 'action-modules/team.json': { name: 'team' } }],
      [
        'too many modules of the tenant',
        Object.fromEntries(
          Array.from({ length: 99 }, (_, index) => [`action-modules/m${index}.json`, {}]),
        ),
      ],
      ['a secret without a value', {}],
      ['a secret that is not declared', {}, '--module-secret', 'team.DOMAIN=very-secret'],
      ['a module that no Action lists', {}, '--module', 'taem=action-modules/team/code.js'],
      ['a large secret', {}, '--module-secret', `team.TEAM_DOMAIN=${'very-secret'.repeat(500)}`],
    ];

    const said = await Promise.all(
      cases.map(async ([what, files, ...args]) => {
        const folder = createFolder({ ...exported, ...files });
        const { status, stdout, stderr } = await signupActions(folder, 'run', '.', ...args);
        expect({ what, status, stdout }).toEqual({ what, status: 2, stdout: '' });
        return `${what}: ${stderr}`;
      }),
    );

    expect(said.join('')).not.toContain('very-secret');
    expect(said.join('')).toMatchInlineSnapshot(`
      "another version: error: Failed to run ~/actions/gate/code.js. The Action lists version 3 of the Actions module team, but the export holds the code of version 2, the latest: list version 2, or pass the code of version 3 with --module team=FILE.
      a missing module: error: Failed to run ~/actions/gate/code.js. The Action lists the Actions module teams, but the export does not hold it: export it too, or pass its file to the command line with --module teams=FILE.
      a module that is not listed: error: Failed to run ~/actions/gate/code.js. There is no Actions module team among those that the Action lists: add it to the modules of the Action.
      no list: error: Failed to run ~/actions/gate/code.js. There is no Actions module team among those that the Action lists: add it to the modules of the Action.
      a module without a name: error: Failed to read ~/actions/gate.json, Action gate: each of its modules must have a module_name.
      no list of modules: error: Failed to read ~/actions/gate.json, Action gate: its modules must be a list.
      too many modules: error: Failed to run gate. The platform accepts at most 3 Actions modules per Action, but this one has 4: merge some of them.
      a module without code: error: Failed to read ~/action-modules/team.json: an exported Actions module must have a name and a code path.
      too many modules of the tenant: error: Failed to read ~/triggers/triggers.json: the platform accepts at most 100 Actions modules per tenant, but this export has 101: merge some of them.
      a secret without a value: error: Failed to run: the secret team.TEAM_DOMAIN (Actions module team) has no value.
      Put the values into a file as NAME.KEY=VALUE and pass it with --env-file FILE, or pass each with --module-secret NAME.KEY=VALUE.
      a secret that is not declared: error: Failed to use --module-secret team.DOMAIN: the Actions module team does not declare a secret of that name.
      Declared secrets: TEAM_DOMAIN.
      a module that no Action lists: error: Failed to use --module taem: no Action lists a module of that name. Did you mean team?
      Listed modules: team.
      a large secret: error: Failed to run the Actions module team. The platform accepts values of secrets of at most 4,096 characters, but the value of TEAM_DOMAIN has 5,500: shorten it.
      "
    `);
  });
});
