// `pnpm platforms`: installs browsers and runtimes beside Node, and runs the engine on each.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './toolchain.js';

const runtimes = ['bun@1.4.5', 'deno@2.9.6', 'workerd@1.20261117.1'];

const folder = mkdtempSync(join(tmpdir(), 'signup-actions-runtimes-'));
const npm = [
  'install',
  '--prefix',
  folder,
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  ...runtimes,
];
let status = runQuietly('npm', npm);
if (status === 0 && spawnSync('chromium', ['--version']).error) {
  status =
    runQuietly('apt-get', ['update']) || runQuietly('apt-get', ['install', '--yes', 'chromium']);
}
if (status === 0) {
  const path = [join(folder, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, SIGNUP_ACTIONS_PLATFORMS: 'required' };
  status = run('pnpm', ['exec', 'vitest', 'run', 'packages/runtime-core/test/platforms'], { env });
}
rmSync(folder, { recursive: true, force: true });
console.log(status === 0 ? '4 passed, 0 failed' : '0 passed, 1 failed');
process.exitCode = status;

/**
 * Runs a command whose words matter only when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 */
function runQuietly(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) console.error(`${done.stdout}${done.stderr}`);
  return done.status ?? 1;
}
