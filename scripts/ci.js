// What must hold before a change lands: `npm test`, then the longer checks. Each step closes with a line
// `N passed, N failed`; so does the whole, with the true totals.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { prepare, root } from './toolchain.js';

const steps = [
  ['npm', 'test'],
  ['pnpm', 'check'],
  ['pnpm', 'coverage'],
  ['pnpm', 'fuzz', '--runs', '20000'],
  ['pnpm', 'planted'],
  ['pnpm', 'mutation:actions'],
  ['pnpm', 'consumers'],
  ['pnpm', 'platforms'],
  ['pnpm', 'playground'],
  ['pnpm', 'cluster'],
];

const totals = { passed: 0, failed: 0 };
/** What went wrong, for those who read the end of a long log first. @type {string[]} */
const problems = [];
const env = prepare();
for (const [command = '', ...args] of steps) {
  const name = [command, ...args].join(' ');
  console.log(`\n── ${name}`);
  const { status, output } = await run(command, args);
  const [, passed = '0', failed = '0'] =
    [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
  totals.passed += Number(passed);
  // A step that fails without saying what counts as one failure.
  const failures = Math.max(Number(failed), status === 0 ? 0 : 1);
  totals.failed += failures;
  if (failures > 0) problems.push(`✗ ${name}`, ...findFailures(output));
}
console.log(['', ...problems, `${totals.passed} passed, ${totals.failed} failed`].join('\n'));
process.exitCode = totals.failed > 0 ? 1 : 0;

/**
 * The lines of a step that say what failed, each once.
 *
 * @param {string} output
 * @returns {string[]}
 */
function findFailures(output) {
  const lines = stripVTControlCharacters(output).split('\n');
  const found = lines.filter((line) => /^\s*(?:✗|×|FAIL|not ok) /.test(line));
  return [...new Set(found.map((line) => `  ${line.trim()}`))];
}

/**
 * Runs a step before the reader's eyes, and keeps what it said.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function run(command, args) {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })));
}
