// `pnpm platforms`: installs browsers and runtimes beside Node, and runs the engine on each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installChromium, runQuietly } from './install-chromium.js';
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
status ||= installChromium();
if (status === 0) {
  const path = [join(folder, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, SIGNUP_ACTIONS_PLATFORMS: 'required' };
  status = run('pnpm', ['exec', 'vitest', 'run', 'packages/runtime-core/test/platforms'], { env });
}
rmSync(folder, { recursive: true, force: true });
console.log(status === 0 ? '4 passed, 0 failed' : '0 passed, 1 failed');
process.exitCode = status;
