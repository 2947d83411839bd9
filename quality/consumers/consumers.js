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
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findToolchain, root } from '../../scripts/toolchain.js';

/** The oldest Node that the libraries support. */
const oldestNode = '20.19.5';
/** The oldest Node that the command line supports. */
const oldestCommandLineNode = '22.13.1';

/**
 * Every consumer, with each version of its runner. `node` where it is not our own tools' Node; `late` where
 * the runner has to fail a test for work that comes late, `refusal` where the Node is too old and is told so.
 *
 * @type {readonly { folder: string, install?: Record<string, string>, node?: string, late?: boolean, refusal?: string }[]}
 */
const consumers = [
  { folder: 'command-line', node: oldestCommandLineNode },
  { folder: 'command-line', node: oldestNode, refusal: 'needs Node' },
  { folder: 'node-test', node: oldestNode },
  {
    folder: 'jest',
    install: { jest: '~29.7.0', '@types/jest': '^29.5.0' },
    node: oldestNode,
    late: true,
  },
  {
    folder: 'jest',
    install: { jest: '~30.5.2', '@types/jest': '^30.0.0' },
    node: oldestNode,
    late: true,
  },
  {
    folder: 'vitest',
    install: { vitest: '~3.2.4', '@types/chai': '5.0.1' },
    node: oldestNode,
    late: true,
  },
  { folder: 'vitest', install: { vitest: '~4.1.12' }, node: oldestNode, late: true },
  { folder: 'vitest', install: { vitest: '~5.1.1' }, late: true },
];

/** The type tests run on the packed package too, with every TypeScript that is supported. */
const typescripts = ['5.4', '5.9', '6.0'];

const work = mkdtempSync(join(tmpdir(), 'signup-actions-consumers-'));
const only = process.argv[2] ?? '';
const tarballs = pack();
let passed = 0;
let failed = 0;
for (const consumer of consumers) {
  const { folder, install = {}, node } = consumer;
  const name = [folder, Object.values(install)[0] ?? `Node ${node}`].join(' ');
  if (!name.includes(only)) continue;
  report(name, () => test(consumer, join(work, name.replaceAll(/\W+/g, '-'))));
}
if ('types'.includes(only)) report('types', testTypes);
rmSync(work, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {() => void} check
 */
function report(name, check) {
  try {
    check();
    passed += 1;
    console.log(`✓ ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${name}\n${String(error)}`);
  }
}

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
 * Installs the packed packages into a copy of a consumer, and runs its tests.
 *
 * @param {typeof consumers[number]} consumer
 * @param {string} folder
 */
function test({ folder: source, install, node, late, refusal }, folder) {
  cpSync(`${root}/quality/consumers/${source}`, folder, { recursive: true });
  for (const project of readdirSync(folder, { withFileTypes: true })) {
    if (project.isDirectory()) complete(join(folder, project.name));
  }
  const { devDependencies, ...manifest } = readPackage(folder);
  const dependencies = { ...tarballs, ...devDependencies, ...install };
  // Vitest 3.2 declares what later types of Chai declare too.
  const overrides = { '@types/chai': install?.['@types/chai'] };
  writeFileSync(`${folder}/package.json`, JSON.stringify({ ...manifest, dependencies, overrides }));
  const env = node === undefined ? process.env : findToolchain(node);
  run(folder, env, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
  if (refusal !== undefined) assertFails(folder, env, 'test', [refusal]);
  else run(folder, env, 'npm', 'test');
  if (late) assertFails(folder, env, 'late', ['Is an await missing?', '1 failed']);
}

/**
 * Gives a project the Action that all consumers have, in its own language and module system, and where it
 * has a `head` with the imports of its runner, the tests that all runners have.
 *
 * @param {string} folder
 */
function complete(folder) {
  const files = readdirSync(folder);
  const own = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  const extension = files.some((file) => file.endsWith('.ts')) ? 'ts' : 'js';
  const read = (/** @type {string} */ name) => {
    const text = readFileSync(`${root}/quality/consumers/${name}.ts`, 'utf8');
    const code = extension === 'ts' ? text : stripTypeScriptTypes(text);
    return own.includes('require(') ? code.replaceAll(/^export const (\w+)/gm, 'exports.$1') : code;
  };
  writeFileSync(`${folder}/action.${extension}`, read('action'));
  if (!files.includes(`head.${extension}`)) return;
  const head = readFileSync(`${folder}/head.${extension}`, 'utf8');
  writeFileSync(`${folder}/action.test.${extension}`, head + read('spec'));
  rmSync(`${folder}/head.${extension}`);
}

/**
 * Expects a script to fail, and to say these words.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {string} script
 * @param {readonly string[]} words
 */
function assertFails(folder, env, script, words) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  const text = stdout + stderr;
  if (status !== 0 && words.every((word) => text.includes(word))) return;
  throw new Error(`npm run ${script} was to fail with ${words.join(', ')}:\n${text}`);
}

/** Runs the type tests on the packed package. */
function testTypes() {
  const folder = join(work, 'types');
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
  run(folder, process.env, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
  run(root, env, 'pnpm', 'exec', 'vitest', 'run', 'packages/types');
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
