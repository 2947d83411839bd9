// All other tests run the command in their own process.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import {
  action,
  command,
  createFolder,
  examples,
  runSignupActions,
  spawnSignupActions,
  toolEnv,
  waitFor,
} from './command.ts';
import { createTenant, readAll } from './project.ts';

// script(1) of util-linux gives a command a terminal.
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
);

describe.concurrent('as a process, signup-actions', () => {
  it('prints its version', async ({ expect }) => {
    expect(await runSignupActions(examples, '--version')).toEqual({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
  });

  it('runs Actions', async ({ expect }) => {
    const folder = createFolder({ 'own.js': action("api.access.deny('no', 'No.');") });

    expect(await runSignupActions(folder, 'run', 'own.js')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('\nDENIED by own\n'),
      stderr: '',
    });
  });

  it('checks Actions', async ({ expect }) => {
    expect(await runSignupActions(examples, 'check', 'tenant')).toEqual({
      status: 0,
      stdout: '✓ 4 Actions checked, nothing found\n',
      stderr: '',
    });
  });

  it('prepares a folder', async ({ expect }) => {
    const folder = createTenant();

    expect(await runSignupActions(folder, 'init')).toMatchObject({ status: 0, stderr: '' });
    expect(Object.keys(readAll(folder))).toContain('jsconfig.json');
  });

  it('ends with status 2 after a usage error', async ({ expect }) => {
    expect(await runSignupActions(examples, 'run', 'missing.js')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'error: Failed to read ~/missing.js: there is no such file.\n',
    });
  });

  it('watches until it is interrupted, and ends with the status of the last run', async ({
    expect,
  }) => {
    const folder = createFolder({ 'own.js': action('') });
    const child = spawnSignupActions(folder, 'run', 'own.js', '--watch');
    child.stderr?.on('data', (text: unknown) => {
      if (!String(text).includes('Watching')) return;
      writeFileSync(join(folder, 'own.js'), action("api.access.deny('no', 'No.');"));
    });
    child.stdout?.on('data', (text: unknown) => {
      if (String(text).includes('DENIED')) child.kill('SIGINT');
    });

    expect((await waitFor(child)).status).toBe(1);
  });

  it.runIf(hasTerminal)(
    'shows a bar for a batch on a terminal, in colour, and ends',
    async ({ expect }) => {
      const typed = [process.execPath, ...command].map((word) => `'${word}'`).join(' ');
      const line = `${typed} run tenant --env-file tenant.env --event signups`;
      const child = spawn('script', ['-qec', line, '/dev/null'], {
        cwd: examples,
        env: { ...toolEnv, TERM: 'xterm-256color' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });

      const { stdout, status } = await waitFor(child);

      expect(stdout).toContain('\u001B[1m\u001B[32mALLOWED');
      expect(stripVTControlCharacters(stdout)).toContain('░ 2 of 3 signups');
      expect(stdout.trimEnd().split('\n').at(-1)).toContain('3 signups: 1 allowed');
      expect(status).toBe(1);
    },
  );
});
