import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-js';
import { beforeAll, describe, it } from 'vitest';
import { createFolder, signupActions } from './command.ts';
import { createTenant, install, runTool, typedActions } from './project.ts';

const tsc = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p'];
const action = 'actions/block-disposable-domains/code.js';

/** The service that editors use, with the configuration that `init` wrote into a folder. */
function openEditor(folder: string): ts.LanguageService {
  const file = join(folder, 'jsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    folder,
    undefined,
    file,
  );
  return ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(ts.sys.readFile(path) ?? ''),
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
}

/** An Action with the dashboard's comment, a request and a `try`; `|` is where the author types. */
const source = `/**
 * @param {Event} event
 * @param {PreUserRegistrationAPI} api
 */
exports.onExecutePreUserRegistration = async (event, api) => {
  event.|;
  try {
    const response = await fetch('https://example.com');
    const { team } = await response.json();
    api.user.setAppMetadata('team', team);
  } catch (error) {
    console.log(error.message);
    throw error;
  }
};
`;

describe('the editor, as init configures it', () => {
  const folder = createFolder({
    'team.js': source.replace('event.|;\n', 'event.user;\n'),
    'typing.js': source.replace('|', ''),
    'browser.js': source.replace('|', 'target'),
    // It imports no matchers.
    'second.test.mjs': `import { runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { onExecutePreUserRegistration } from './team.js';
it('has a team', async () => {
  expect(await runAction(onExecutePreUserRegistration)).toHaveSetAppMetadata('team', 'red');
  expect(await runAction(onExecutePreUserRegistration)).toHaveSetAppMetdata('team', 'red');
  onExecutePreUserRegistration('no event');
});
`,
  });
  const check = (path: string): readonly string[] =>
    editor
      .getSemanticDiagnostics(join(folder, path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  let editor: ts.LanguageService;
  beforeAll(async () => {
    await signupActions(folder, 'init');
    install(folder);
    editor = openEditor(folder);
  });

  it('says nothing about a request and a caught error, like check', async ({ expect }) => {
    expect(check('team.js')).toEqual([]);
    expect((await signupActions(folder, 'check', 'team.js')).stdout).toMatch('nothing found');
  });

  it('offers the properties of our event, and none of a browser', ({ expect }) => {
    const text = readFileSync(join(folder, 'typing.js'), 'utf8');
    const found = editor.getCompletionsAtPosition(
      join(folder, 'typing.js'),
      text.indexOf('event.;') + 6,
      {},
    );

    expect(found?.entries.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "anonymous_session",
        "authentication",
        "client",
        "configuration",
        "connection",
        "custom_domain",
        "experiment",
        "request",
        "secrets",
        "security_context",
        "tenant",
        "transaction",
        "user",
      ]
    `);
    expect(check('browser.js')).toMatchInlineSnapshot(`
      [
        "Property 'target' does not exist on type 'Event<Shape>'.",
      ]
    `);
  });

  it('knows matchers and handlers in a test that imports no matchers', ({ expect }) => {
    expect(check('second.test.mjs')).toMatchInlineSnapshot(`
      [
        "Property 'toHaveSetAppMetdata' does not exist on type 'Assertion<void, TestOutcome>'. Did you mean 'toHaveSetAppMetadata'?",
        "Expected 2 arguments, but got 1.",
      ]
    `);
  });
});

// The packages that are installed here are those of the last build: compilers read them as users' do.
describe.concurrent('the compiler, as init configures it', () => {
  it('finds mistakes in the Actions, and none in the tests', async ({ expect }) => {
    const folder = createTenant();
    await signupActions(folder, 'init');
    const code = readFileSync(join(folder, action), 'utf8');
    writeFileSync(join(folder, action), code.replace('event.user.email?.', 'event.user.email.'));
    install(folder);

    const { stdout } = await runTool(folder, ...tsc, 'jsconfig.json');

    expect(stdout).toMatchInlineSnapshot(`
      "actions/block-disposable-domains/code.js(10,18): error TS18048: 'event.user.email' is possibly 'undefined'.
      "
    `);
  });

  it('accepts what it wrote for Jest and node:test', async ({ expect }) => {
    for (const manifest of [
      { devDependencies: { jest: '^30.0.0' } },
      { scripts: { test: 'node --test' } },
    ]) {
      const folder = createTenant({ 'package.json': manifest });
      await signupActions(folder, 'init');
      install(folder);

      expect((await runTool(folder, ...tsc, 'jsconfig.json')).stdout).toBe('');
    }
  });

  it('understands TypeScript sources and their test', async ({ expect }) => {
    const folder = createFolder(typedActions);
    await signupActions(folder, 'init');
    install(folder);

    expect((await runTool(folder, ...tsc, 'tsconfig.json')).stdout).toBe('');
  });
});
