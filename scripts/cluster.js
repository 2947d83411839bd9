// `pnpm cluster`: installs Redis where it is missing (as root, on Debian), and runs the host on several
// processes behind it.
import { spawnSync } from 'node:child_process';
import { run } from './toolchain.js';

let status = 0;
if (spawnSync('redis-server', ['--version']).error) {
  status =
    run('apt-get', ['update', '--quiet']) || run('apt-get', ['install', '--yes', 'redis-server']);
}
if (status === 0) {
  const env = { ...process.env, SIGNUP_ACTIONS_REDIS: 'required' };
  status = run('node', ['scripts/test.js', 'examples/better-auth/test/c'], { env });
}
process.exitCode = status;
