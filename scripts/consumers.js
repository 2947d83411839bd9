// `pnpm consumers`: installs the packed packages into projects as users have them, and runs their tests
// there. Workspace links would hide a missing file, export or dependency.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findToolchain, root } from './toolchain.js';

/** Consumers that run on the oldest Node that the libraries support, not on the one of our own tools. */
const onOldestNode = new Set(['jest-commonjs', 'node-test']);
const oldestNode = '20.19.5';

/** The type tests, on the packed package and on every TypeScript that is supported. */
const typesMatrix = 'types';
const typescripts = ['5.4', '5.9', '6.0'];

const work = mkdtempSync(join(tmpdir(), 'signup-actions-consumers-'));
const tarballs = pack();
let passed = 0;
let failed = 0;
const consumers = readdirSync(`${root}/consumers`);
for (const name of [...consumers, typesMatrix]) {
  const problem = name === typesMatrix ? testTypes() : test(name);
  if (problem === undefined) passed += 1;
  else failed += 1;
  console.log(problem === undefined ? `✓ ${name}` : `✗ ${name}\n${problem}`);
}
rmSync(work, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The packages as they would be published, by name. */
function pack() {
  /** @type {Record<string, string>} */
  const files = {};
  for (const folder of readdirSync(`${root}/packages`)) {
    const { name, version } = readPackage(`${root}/packages/${folder}`);
    run(`${root}/packages/${folder}`, process.env, 'pnpm', 'pack', '--pack-destination', work);
    files[name] = `file:${work}/${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  }
  return files;
}

/**
 * What went wrong in a consumer; nothing when its tests pass.
 *
 * @param {string} name
 */
function test(name) {
  const folder = join(work, name);
  cpSync(`${root}/consumers/${name}`, folder, { recursive: true });
  const manifest = readPackage(folder);
  writeFileSync(`${folder}/package.json`, JSON.stringify({ ...manifest, dependencies: tarballs }));
  const env = onOldestNode.has(name) ? findToolchain(oldestNode) : process.env;
  try {
    run(folder, env, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
    run(folder, env, 'npm', 'test');
  } catch (error) {
    return String(error);
  }
  return undefined;
}

/** What went wrong in the type tests; nothing when they pass. */
function testTypes() {
  const folder = join(work, typesMatrix);
  const dependencies = Object.fromEntries(
    typescripts.map((version) => [`typescript-${version}`, `npm:typescript@~${version}.0`]),
  );
  mkdirSync(folder);
  writeFileSync(
    `${folder}/package.json`,
    JSON.stringify({ dependencies: { ...dependencies, ...tarballs } }),
  );
  const env = {
    ...process.env,
    SIGNUP_ACTIONS_TYPES: `${folder}/node_modules/@signup-actions/types`,
    SIGNUP_ACTIONS_TYPESCRIPTS: folder,
  };
  try {
    run(folder, process.env, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
    run(root, env, 'pnpm', 'exec', 'vitest', 'run', 'packages/types');
  } catch (error) {
    return String(error);
  }
  return undefined;
}

/** @param {string} folder */
function readPackage(folder) {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
}

/**
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @param {string} command
 * @param {string[]} args
 */
function run(cwd, env, command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
