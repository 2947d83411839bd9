import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { createMockApi, createMockEvent, runAction } from '@signup-actions/testing';
import { loadAction, loadModule } from '@signup-actions/testing/node';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';

const folder = mkdtempSync(`${tmpdir()}/load-action-`);
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void vi.spyOn(process, 'cwd').mockReturnValue(folder));
afterEach(() => void vi.restoreAllMocks());

/** Writes a file of code, and returns its path. */
function write(name: string, code: string): string {
  const file = `${folder}/${name}.js`;
  writeFileSync(file, code);
  return file;
}

/** What loading throws, without the folder. */
function messageOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    return (error as Error).message.replaceAll(folder, '<folder>');
  }
  return 'nothing was thrown';
}

const handler = (body: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => { ${body} };`;

it('loads an Action with its name and its secrets', async () => {
  const file = write('tag-plan', handler("api.user.setAppMetadata('plan', event.secrets.PLAN);"));

  const action = loadAction(file, { secrets: { PLAN: 'free' } });

  expect(action.name).toBe('tag-plan');
  const outcome = await runAction(action, createMockEvent({ secrets: { PLAN: 'pro' } }), {
    strict: false,
  });
  expect(outcome).toHaveCreatedUser({ app_metadata: { plan: 'free' } });
  expect(outcome).toHaveRun('tag-plan');
});

it('leaves the secrets to the event if it is given none', async () => {
  const file = write(
    'event-secrets',
    handler("if (event.secrets.OPEN !== 'yes') api.access.deny('a', 'b');"),
  );

  expect(
    await runAction(loadAction(file), createMockEvent({ secrets: { OPEN: 'yes' } })),
  ).toHaveAllowed();
  expect(await runAction(loadAction(file))).toHaveDenied();
});

it('takes a URL, and a path below the working directory', () => {
  const file = write('anywhere', handler(''));

  expect(loadAction(pathToFileURL(file)).name).toBe('anywhere');
  expect(loadAction(pathToFileURL(file).href).name).toBe('anywhere');
  expect(loadAction('anywhere.js').name).toBe('anywhere');
});

it('gives each Action and each module a scope of its own', async () => {
  const counter = write('counter', 'let count = 0; exports.next = () => (count += 1);');
  const file = write(
    'counting',
    `let runs = 0; const { next } = require('actions:counter');
    ${handler("api.user.setAppMetadata('counts', [(runs += 1), next()]);")}`,
  );
  const load = () => loadAction(file, { modules: { counter } });
  const counts = (list: readonly number[]) => ({ app_metadata: { counts: list } });

  const first = load();
  expect(await runAction(first)).toHaveCreatedUser(counts([1, 1]));
  expect(await runAction(first)).toHaveCreatedUser(counts([2, 2]));
  expect(await runAction(load())).toHaveCreatedUser(counts([1, 1]));
});

it('gives a module its own secrets, and never those of the Action', async () => {
  const module = loadModule(
    write(
      'reader',
      'exports.read = () => actions.secrets; exports.globals = () => [typeof event, typeof secrets];',
    ),
    { secrets: { KEY: 'of the module' } },
  );
  const file = write(
    'asking',
    `const { read, globals } = require('actions:reader');
    ${handler("api.user.setAppMetadata('seen', [read(), event.secrets, globals(), typeof actions]);")}`,
  );

  const action = loadAction(file, {
    secrets: { KEY: 'of the Action' },
    modules: { reader: module },
  });

  const api = createMockApi();
  await action.handler(createMockEvent({ secrets: { KEY: 'of the Action' } }), api);
  expect(api).toHaveSetAppMetadata('seen', [
    { KEY: 'of the module' },
    { KEY: 'of the Action' },
    ['undefined', 'undefined'],
    'undefined',
  ]);
});

it('a module may call something else actions', () => {
  const file = write(
    'shadowing',
    "'use strict'; const actions = ['a']; exports.actions = actions;",
  );

  expect(loadModule(file).exports.actions).toEqual(['a']);
});

it('hides the secrets of modules in what it prints', async () => {
  const module = loadModule(write('leaky', 'exports.key = actions.secrets.KEY;'), {
    secrets: { KEY: 'module-secret-1' },
  });
  const file = write(
    'leaking',
    handler("api.user.setAppMetadata('k', require('actions:leaky').key);"),
  );

  const outcome = await runAction(loadAction(file, { modules: { leaky: module } }), undefined, {
    strict: false,
  });

  expect(JSON.stringify(outcome)).toContain('[secret leaky.KEY]');
  expect(outcome).toHaveDiagnostic('secret-exposed');
});

it('lets a test spy on what a loaded module exports', async () => {
  const team = loadModule(write('team', 'exports.isTeam = () => false;'));
  const file = write(
    'guard',
    `const team = require('actions:team'); ${handler("if (!team.isTeam()) api.access.deny('a', 'b');")}`,
  );
  vi.spyOn(team.exports, 'isTeam').mockReturnValue(true);

  expect(await runAction(loadAction(file, { modules: { team } }))).toHaveAllowed();
});

it('resolves what the code requires from its file, and shares it with the test', () => {
  write('beside', 'exports.found = true;');
  const file = write(
    'requiring',
    "exports.found = require('./beside.js'); exports.fs = require('node:fs');",
  );

  const { exports } = loadModule(file);

  expect(exports.found).toEqual({ found: true });
  expect(exports.fs.writeFileSync).toBe(writeFileSync);
});

it('shares the classes and fake timers of the test', async () => {
  vi.useFakeTimers();
  const file = write(
    'waiting',
    'exports.wait = () => new Promise((done) => setTimeout(done, 1e6)); exports.list = [];',
  );
  const { exports } = loadModule(file);
  const waiting = exports.wait();
  vi.runAllTimers();
  await waiting;
  vi.useRealTimers();

  expect(exports.list.constructor).toBe(Array);
});

it('errors have the path and the line of the file', async () => {
  const file = write('throwing', `\n\n${handler("throw new Error('broken');")}`);

  const outcome = await runAction(loadAction(file));

  expect(outcome).toHaveFailed('broken');
  expect(outcome.failure?.error?.stack).toContain(`${file}:3:`);
});

it('throws what the code throws while it loads', () => {
  expect(() => loadAction(write('broken', "throw new RangeError('at load');"))).toThrow(RangeError);
  expect(() => loadAction(write('unclosed', 'exports.a = {'))).toThrow(SyntaxError);
});

const many = (count: number, value = 'x'): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`S${index}`, value]));

const rejected: readonly (readonly [what: string, load: () => unknown])[] = [
  ['a file that is missing', () => loadAction('missing.js')],
  ['a folder', () => loadAction((mkdirSync(`${folder}/actions`), 'actions'))],
  ['TypeScript', () => loadModule((writeFileSync(`${folder}/typed.ts`, ''), 'typed.ts'))],
  ['an import', () => loadAction(write('esm', "import fs from 'node:fs';"))],
  ['an export', () => loadModule(write('exporting', 'export const a = 1;'))],
  ['an await outside of a function', () => loadAction(write('awaiting', 'await 1;'))],
  ['no handler', () => loadAction(write('empty', 'exports.other = 1;'))],
  ['no exports', () => loadAction(write('nothing', 'module.exports = null;'))],
  [
    'a handler that is not async',
    () => loadAction(write('sync', 'exports.onExecutePreUserRegistration = () => {};')),
  ],
  [
    'an unknown module',
    () => loadAction(write('asks', "require('actions:helpers');"), { modules: { helper: 'x.js' } }),
  ],
  ['no modules', () => loadAction(write('asks', "require('actions:helpers');"))],
  [
    'a module that requires a module',
    () =>
      loadAction(write('asks', "require('actions:helpers');"), {
        modules: { helpers: write('helpers', "require('actions:more');") },
      }),
  ],
  ['too many modules', () => loadAction(write('any', handler('')), { modules: many(4) })],
  ['too much code', () => loadAction(write('large', `//${'x'.repeat(100_000)}`))],
  ['too many secrets', () => loadModule(write('any', ''), { secrets: many(31) })],
  [
    'a long name of a secret',
    () => loadModule(write('any', ''), { secrets: { ['N'.repeat(129)]: '' } }),
  ],
  ['a long secret', () => loadAction(write('any', ''), { secrets: many(1, 'x'.repeat(4097)) })],
  // @ts-expect-error -- a misspelt option
  ['an option that does not exist', () => loadAction('any.js', { module: {} })],
  // @ts-expect-error -- an option of loadAction
  ['an option that a module does not have', () => loadModule('any.js', { modules: {} })],
];

it('names what failed, the rule and the next step', () => {
  const messages = rejected.map(([what, load]) => `${what}: ${messageOf(load)}`);

  expect(messages.join('\n\n')).toMatchInlineSnapshot(`
    "a file that is missing: Failed to load the Action missing: there is no file <folder>/missing.js.
    A relative path starts at the working directory; new URL('…', import.meta.url) starts at the test.

    a folder: Failed to load the Action actions: there is no file <folder>/actions.
    A relative path starts at the working directory; new URL('…', import.meta.url) starts at the test.

    TypeScript: Failed to load the Actions module typed: the platform runs JavaScript but received typed.ts.
    Compile it to CommonJS first, and load the result.

    an import: Failed to load the Action esm: the platform loads CommonJS, but this file is an ES module.
    Write require(…) instead of import, and exports.… = … instead of export.

    an export: Failed to load the Actions module exporting: the platform loads CommonJS, but this file is an ES module.
    Write require(…) instead of import, and exports.… = … instead of export.

    an await outside of a function: Failed to load the Action awaiting: the platform loads CommonJS, but this file is an ES module.
    Write require(…) instead of import, and exports.… = … instead of export.

    no handler: Failed to load the Action empty: the platform calls the export onExecutePreUserRegistration, but this file does not have it.
    Write exports.onExecutePreUserRegistration = async (event, api) => { … }.

    no exports: Failed to load the Action nothing: the platform calls the export onExecutePreUserRegistration, but this file does not have it.
    Write exports.onExecutePreUserRegistration = async (event, api) => { … }.

    a handler that is not async: Failed to load the Action sync: onExecutePreUserRegistration must be an async function but received a function.
    Write exports.onExecutePreUserRegistration = async (event, api) => { … }.

    an unknown module: Failed to load the Action asks: the Action must be given each module that it requires, which is actions:helpers, but received actions:helper.
    Pass its file: loadAction(file, { modules: { 'helpers': 'path/to/code.js' } }).

    no modules: Failed to load the Action asks: the Action must be given each module that it requires, which is actions:helpers, but received none.
    Pass its file: loadAction(file, { modules: { 'helpers': 'path/to/code.js' } }).

    a module that requires a module: Failed to load the Actions module helpers: a module cannot require another one but requires actions:more.
    Copy the code into this module, or pass it what it needs from the Action.

    too many modules: Failed to load the Action any: the platform accepts at most 3 Actions modules per Action but received 4.
    Merge some of them.

    too much code: Failed to load the Action large: the platform accepts at most 100000 bytes of code but received 100002.
    Move data and libraries into packages.

    too many secrets: Failed to load the Actions module any: the platform accepts at most 30 secrets but received 31.
    Merge some of them.

    a long name of a secret: Failed to load the Actions module any: the platform accepts at most 128 characters in the name of a secret but received 129.
    Shorten it.

    a long secret: Failed to load the Action any: the platform accepts at most 4096 characters in the value of a secret but received 4097.
    Shorten it.

    an option that does not exist: Failed to load the Action: there is no option "module".
    The options are secrets, modules.

    an option that a module does not have: Failed to load the Actions module: there is no option "modules".
    The options are secrets."
  `);
});
