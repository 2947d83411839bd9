// `npm test`: every test that needs nothing but this repository. Arguments go to Vitest, as filters.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { prepare, root, run } from './toolchain.js';

const reports = `${root}/.reports`;
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);

const env = prepare();
const filters = process.argv.slice(2);
const vitest = [
  'exec',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reports}/vitest.json`,
];
const jest = [
  '--dir',
  'packages/testing',
  'exec',
  'jest',
  '--json',
  `--outputFile=${reports}/jest.json`,
];

/** Projects as users have them: each runs its own tests, and says how they went in its runner's way. */
const examples = {
  'vitest-javascript': (/** @type {string} */ file) => [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ],
  'jest-typescript': (/** @type {string} */ file) => ['--json', `--outputFile=${file}`],
  'node-test': (/** @type {string} */ file) => [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
  ],
};

const totals = { passed: 0, failed: 0, skipped: 0 };
count('vitest', run('pnpm', [...vitest, ...filters], { env }));
if (filters.length === 0) {
  count('jest', run('pnpm', jest, { env }));
  for (const [name, toReporter] of Object.entries(examples)) {
    const test = ['--dir', `examples/${name}`, 'test', ...toReporter(`${reports}/${name}.json`)];
    count(name, run('pnpm', test, { env }));
  }
}

const { passed, failed, skipped } = totals;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Adds what a runner reports. One that failed without a failed test, or left no report, counts as one.
 *
 * @param {string} runner
 * @param {number} status
 */
function count(runner, status) {
  const report = readReport(`${reports}/${runner}.json`);
  totals.passed += report.numPassedTests;
  totals.failed += Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  totals.skipped += report.numPendingTests + report.numTodoTests;
}

/** @param {string} file */
function readReport(file) {
  try {
    const text = readFileSync(file, 'utf8');
    return text.startsWith('TAP') ? readTap(text) : JSON.parse(text);
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  }
}

/** @param {string} text */
function readTap(text) {
  const read = (/** @type {string} */ name) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1]);
  return {
    numPassedTests: read('pass'),
    numFailedTests: read('fail') + read('cancelled'),
    numPendingTests: read('skipped'),
    numTodoTests: read('todo'),
  };
}
