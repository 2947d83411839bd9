// `npm test`: every test that needs nothing but this repository. Arguments go to Vitest, which then is the only
// runner: `npm test -- --project unit`, `npm test -- packages/cli`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { prepare, root, start } from './toolchain.js';

const reports = `${root}/.reports/tests`;
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const toReport = (/** @type {string} */ name) => `${reports}/${name}.json`;
const jest = (/** @type {string} */ name) => ['--json', `--outputFile=${toReport(name)}`];
const vitest = (/** @type {string} */ name) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${toReport(name)}`,
];
const node = (/** @type {string} */ name) => [
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  `--test-reporter=${root}/scripts/node-test-reporter.js`,
  `--test-reporter-destination=${toReport(name)}`,
];

/** The runners beside Vitest: Jest on the matchers, and projects as users have them. */
const runners = {
  jest: ['--dir', 'packages/testing', 'exec', 'jest', ...jest('jest')],
  'jest-typescript': ['--dir', 'examples/jest-typescript', 'test', ...jest('jest-typescript')],
  'vitest-javascript': [
    '--dir',
    'examples/vitest-javascript',
    'test',
    ...vitest('vitest-javascript'),
  ],
  'node-test': ['--dir', 'examples/node-test', 'test', ...node('node-test')],
};

const env = prepare();
const args = process.argv.slice(2);
const others = args.length > 0 ? [] : Object.entries(runners);
const [main, ...results] = await Promise.all([
  start('pnpm', ['exec', 'vitest', 'run', ...args], { env, stdio: 'inherit' }),
  // What they print follows Vitest's output, if they fail.
  ...others.map(async ([name, command]) => ({ name, ...(await start('pnpm', command, { env })) })),
]);
const totals = { passed: 0, failed: 0, skipped: 0 };
count('vitest', main.status);
for (const { name, status, output } of results) {
  const { numPassedTests } = count(name, status);
  console.log(status === 0 ? `✓ ${name}: ${numPassedTests} passed` : `${output}\n✗ ${name}`);
}
const { passed, failed, skipped } = totals;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Adds what a runner reports. A runner that fails without a failed test, or leaves no report, counts as one failure.
 *
 * @param {string} name
 * @param {number} status
 */
function count(name, status) {
  const report = readReport(name);
  totals.passed += report.numPassedTests;
  totals.failed += Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  totals.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
  return report;
}

/** @param {string} name */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(toReport(name), 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}
