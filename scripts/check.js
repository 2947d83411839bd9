// `pnpm check`: everything except tests, one line per check. A failed check prints its output.
import { packageNames } from './release/package-names.js';
import { start } from './toolchain.js';

const isWindows = process.platform === 'win32';

/** @type {[name: string, command: string, ...args: string[]][]} */
const checks = [
  ['lint', 'oxlint', '--type-aware'],
  ['format', 'oxfmt', '--check'],
  ['types', 'tsc'],
  ['types of the playground', 'tsc', '-p', 'docs/playground'],
  ['types of the page of serve', 'tsc', '-p', 'packages/cli/page'],
  ['types of the examples', 'tsc', '-p', 'examples'],
  ['types of the hosts', 'tsc', '-p', 'examples/better-auth'],
  ['types of better-auth', 'tsc', '-p', 'packages/better-auth'],
  ['types of the site', 'tsc', '-p', 'docs'],
  ['API reports', 'node', 'scripts/api-reports.js'],
  ...packageNames.map(toPublint),
  ['resolution of types', 'attw', '--pack', 'packages/types'],
  ['resolution of runtime-core', 'attw', '--pack', 'packages/runtime-core'],
  ['resolution of hooks', 'attw', '--pack', 'packages/hooks'],
  // Vitest is ESM only, and so is the entry for it.
  [
    'resolution of testing',
    'attw',
    '--pack',
    'packages/testing',
    '--ignore-rules',
    'cjs-resolves-to-esm',
  ],
  // So is Better Auth.
  [
    'resolution of better-auth',
    'attw',
    '--pack',
    'packages/better-auth',
    '--ignore-rules',
    'cjs-resolves-to-esm',
  ],
  ['English', 'node', 'quality/prose/prose.ts'],
  ['imports of files', 'depcruise', '--config', 'scripts/imports.js', '.'],
  ['imports of folders', 'depcruise', '--config', 'scripts/folders.js', '.'],
  ['unused files, exports and dependencies', 'knip'],
];

let failed = 0;
const queue = [...checks];
await Promise.all([runNext(), runNext()]);
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs the checks of the queue until it is empty; two of these run at a time. */
async function runNext() {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const [name, command, ...args] = check;
    const { status, output } = await start('pnpm', ['exec', command, ...args], {
      shell: isWindows,
    });
    console.log(status === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`);
    if (status !== 0) failed += 1;
  }
}

/**
 * @param {string} name
 * @returns {[string, string, ...string[]]}
 */
function toPublint(name) {
  return [`package ${name}`, 'publint', '--strict', `packages/${name}`];
}
