// What must hold before a change lands: `npm test`, then the longer checks. Every step prints a line
// `N passed, N failed`, and so does the whole, with the totals.
import { stripVTControlCharacters } from 'node:util';
import { prepare, start } from './toolchain.js';

/** The first step uses every core. */
const first = ['npm', 'test'];
/** Lanes run beside each other, the steps of a lane one after another. The second installs Debian packages. */
const lanes = [
  [
    ['pnpm', 'check'],
    ['pnpm', 'coverage'],
    ['pnpm', 'planted'],
    ['pnpm', 'mutation:actions'],
    ['pnpm', 'fuzz', '--runs', '20000'],
    ['pnpm', 'consumers'],
  ],
  [
    ['pnpm', 'platforms'],
    ['pnpm', 'playground'],
    ['pnpm', 'cluster'],
  ],
];

const totals = { passed: 0, failed: 0 };
/** The names of what failed, repeated at the end of the log. @type {string[]} */
const problems = [];
const env = prepare();
await runStep(first);
await Promise.all(
  lanes.map(async (steps) => {
    for (const step of steps) await runStep(step);
  }),
);
console.log(['', ...problems, `${totals.passed} passed, ${totals.failed} failed`].join('\n'));
process.exitCode = totals.failed > 0 ? 1 : 0;

/**
 * Runs a step, prints its output when it has ended, and adds its totals.
 *
 * @param {string[]} step
 */
async function runStep([command = '', ...args]) {
  const started = Date.now();
  const { status, output } = await start(command, args, { env });
  const name = [command, ...args].join(' ');
  console.log(`\n── ${name} (${Math.round((Date.now() - started) / 1000)} s)\n${output.trimEnd()}`);
  const [, passed = '0', failed = '0'] =
    [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
  totals.passed += Number(passed);
  // A step that fails without a total counts as one failure.
  const failures = Math.max(Number(failed), status === 0 ? 0 : 1);
  totals.failed += failures;
  if (failures > 0) problems.push(`✗ ${name}`, ...findFailures(output));
}

/**
 * The lines of a step's output that name what failed, each once.
 *
 * @param {string} output
 * @returns {string[]}
 */
function findFailures(output) {
  const lines = stripVTControlCharacters(output).split('\n');
  const found = lines.filter((line) => /^\s*(?:✗|×|FAIL|not ok) /.test(line));
  return [...new Set(found.map((line) => `  ${line.trim()}`))];
}
