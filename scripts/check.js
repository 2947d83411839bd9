// `pnpm check`: all that is no test. Each check is one line; what a failed one says follows it.
import { spawnSync } from 'node:child_process';
import { root } from './toolchain.js';

/** @type {[name: string, command: string, ...args: string[]][]} */
const checks = [
  ['lint', 'oxlint', '--type-aware'],
  ['format', 'oxfmt', '--check'],
  ['types', 'tsc'],
  ['types of the playground', 'tsc', '-p', 'docs/playground'],
  ['types of the hosts', 'tsc', '-p', 'examples/better-auth'],
  ['types of the site', 'tsc', '-p', 'docs'],
  ['API reports', 'node', 'scripts/api-reports.js'],
  ...['types', 'runtime-core', 'testing', 'cli'].map(toPublint),
  ['resolution of types', 'attw', '--pack', 'packages/types'],
  // What resolves modules as Node did before 16 knows no `exports`, which only `types` does without.
  ['resolution of runtime-core', 'attw', '--pack', 'packages/runtime-core', '--profile', 'node16'],
  // Vitest is ESM only, and so is the entry for it.
  [
    'resolution of testing',
    'attw',
    '--pack',
    'packages/testing',
    '--profile',
    'node16',
    '--ignore-rules',
    'cjs-resolves-to-esm',
  ],
  ['unused files, exports and dependencies', 'knip'],
];

let failed = 0;
for (const [name, command, ...args] of checks) {
  const { status, stdout, stderr } = spawnSync('pnpm', ['exec', command, ...args], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status === 0) continue;
  failed += 1;
  console.log(`${stdout}${stderr}`);
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @returns {[string, string, ...string[]]}
 */
function toPublint(name) {
  return [`package ${name}`, 'publint', '--strict', `packages/${name}`];
}
