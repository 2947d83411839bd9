import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

interface Launch {
  readonly configurations: readonly {
    readonly name: string;
    readonly runtimeExecutable?: string;
    readonly runtimeArgs?: readonly string[];
  }[];
}

/** What VS Code starts, by the names of the configurations. */
const readStarts = (folder: string): Readonly<Record<string, string>> => {
  const { configurations } = JSON.parse(read(folder, '.vscode/launch.json')) as Launch;
  return Object.fromEntries(
    configurations.map(({ name, runtimeExecutable = '', runtimeArgs = [] }) => [
      name,
      [runtimeExecutable, ...runtimeArgs].join(' '),
    ]),
  );
};

describe('init for VS Code', () => {
  it('starts the command as the package manager does', async ({ expect }) => {
    const folder = createFolder({ 'gate.js': action(''), 'pnpm-lock.yaml': '' });
    await signupActions(folder, 'init');

    expect(readStarts(folder)).toEqual({
      'Debug the open Action': 'pnpm exec signup-actions run ${file} --inspect-brk=9229',
      'Attach to signup-actions run --inspect': '',
    });
  });

  it('can start an exported flow', async ({ expect }) => {
    const folder = createFolder({
      'tenant/triggers/triggers.json': { 'pre-user-registration': [{ action_name: 'gate' }] },
      'tenant/actions/gate.json': { name: 'gate', code: 'actions/gate/code.js' },
      'tenant/actions/gate/code.js': action(''),
    });
    await signupActions(folder, 'init');

    expect(readStarts(folder)['Debug all Actions of the export']).toBe(
      'npx signup-actions run ${workspaceFolder}/tenant --inspect-brk=9229',
    );
  });

  it('leaves configurations that are there', async ({ expect }) => {
    const folder = createFolder({ 'gate.js': action(''), '.vscode/launch.json': '// mine' });
    const { stdout } = await signupActions(folder, 'init');

    expect(read(folder, '.vscode/launch.json')).toBe('// mine');
    expect(stdout).toContain(
      'unchanged: to debug Actions, attach to port 9229 of signup-actions run FILE --inspect-brk',
    );
  });
});

describe('init --agents', () => {
  it('creates AGENTS.md', async ({ expect }) => {
    const folder = createFolder({ 'gate.js': action('') });
    await signupActions(folder, 'init', '--agents');

    expect(read(folder, 'AGENTS.md')).toMatchInlineSnapshot(`
      "<!-- signup-actions -->

      ## Auth0 pre-user-registration Actions

      An Action is one CommonJS file: \`exports.onExecutePreUserRegistration = async (event, api) => { … }\`. It runs when a user signs up.

      - After every change, check: \`npx signup-actions check\`. Fix each finding; the address below it explains the rule.
      - Then test: \`npx vitest run\`. A change of behaviour needs a test.
      - To see what an Action does: \`npx signup-actions run FILE --set user.email=ada@example.com\`. Exit status: 0 allowed, 1 refused, 2 nothing
        was run, 3 an Action failed. \`npx signup-actions run --help\` lists all options.
      - \`api.access.deny(reason, userMessage)\` does not end the handler: return it. The reason is for the log, the message for
        the user.
      - The event is read-only, most of its fields may be absent, and there is no \`user_id\` yet: the user does not exist.
      - Secrets come from \`event.secrets\`. Never write one into code, tests, logs or metadata.
      - \`npx signup-actions mcp\` offers \`run\`, \`check\` and the rules over the Model Context Protocol.

      <!-- /signup-actions -->
      "
    `);
  });

  it('adds its section once, at the end of what is there', async ({ expect }) => {
    const own = '# Rules\n\nNo tabs.\n';
    const folder = createFolder({ 'gate.js': action(''), 'AGENTS.md': own });
    await signupActions(folder, 'init', '--agents');
    const added = read(folder, 'AGENTS.md');
    const { stdout } = await signupActions(folder, 'init', '--agents');

    expect(added.startsWith(`${own}\n<!-- signup-actions -->\n`)).toBe(true);
    expect(read(folder, 'AGENTS.md')).toBe(added);
    expect(stdout).toMatch(/AGENTS\.md +unchanged/);
  });

  it('keeps the line ends of the file', async ({ expect }) => {
    const folder = createFolder({
      'gate.js': action(''),
      'AGENTS.md': '# Rules\r\n\r\nNo tabs.\r\n',
    });

    await signupActions(folder, 'init', '--agents');

    expect(read(folder, 'AGENTS.md')).toContain('No tabs.\r\n\r\n<!-- signup-actions -->\r\n');
    expect(read(folder, 'AGENTS.md').replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('writes nothing without the option', async ({ expect }) => {
    const folder = createFolder({ 'gate.js': action('') });
    const { stdout } = await signupActions(folder, 'init');

    expect(stdout).not.toContain('AGENTS.md');
  });
});
