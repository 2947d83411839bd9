import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runtimes } from './runtimes.ts';

/** The switch of each project that is skipped by default, and what its tests need besides this repository. */
const projects: Readonly<
  Record<string, { readonly switch: string; readonly install: () => void }>
> = {
  platforms: {
    switch: 'SIGNUP_ACTIONS_PLATFORMS',
    install() {
      installFromDebian('chromium');
      installRuntimes();
    },
  },
  playground: {
    switch: 'SIGNUP_ACTIONS_PLAYGROUND',
    install() {
      installFromDebian('chromium');
      installFromDebian('firefox-esr');
      run('pnpm', 'run', 'docs:build');
    },
  },
  cluster: { switch: 'SIGNUP_ACTIONS_REDIS', install: () => installFromDebian('redis-server') },
};

let folder: string | undefined;

/** Installs what the tests of a project need, if its switch is `required`. Fails if it cannot. */
export function setup({ name }: TestProject): void {
  const project = projects[name];
  if (project && process.env[project.switch] === 'required') project.install();
}

/** Removes what was installed for this run only. */
export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true });
}

/** Installs a Debian package that has a command of the same name, which needs root, unless it is there. */
function installFromDebian(name: string): void {
  if (!spawnSync(name, ['--version']).error) return;
  run('apt-get', 'update');
  run('apt-get', 'install', '--yes', name);
}

/** Installs the runtimes into a folder of their own, and puts it on the `PATH` of the tests. */
function installRuntimes(): void {
  folder = mkdtempSync(join(tmpdir(), 'signup-actions-runtimes-'));
  run(
    'npm',
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    ...Object.entries(runtimes).map(([name, version]) => `${name}@${version}`),
  );
  process.env['PATH'] = [join(folder, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? `status ${status}\n${stdout}${stderr}`;
  throw new Error(
    `Failed to prepare the tests: \`${command} ${args.join(' ')}\` ended with ${why}`,
  );
}
