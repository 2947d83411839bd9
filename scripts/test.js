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
const jest = ['exec', 'jest', '--json', `--outputFile=${reports}/jest.json`];

const totals = { passed: 0, failed: 0, skipped: 0 };
count('vitest', run('pnpm', [...vitest, ...filters], { env }));
if (filters.length === 0) count('jest', run('pnpm', jest, { env }));

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
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  }
}
