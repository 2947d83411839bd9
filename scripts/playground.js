// `pnpm playground`: installs a browser, builds the site, and tries its playground there.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installChromium, runQuietly } from './install-chromium.js';
import { root, run } from './toolchain.js';

const report = `${root}/.reports/playground.json`;
mkdirSync(`${root}/.reports`, { recursive: true });
rmSync(report, { force: true });

// The checker of components needs a compiler with a JavaScript API, and must not come near our own.
const checker = ['--package=vue-tsc@3.3.14', '--package=typescript@6.0.3'];
const checkTypes = `vue-tsc --noEmit --project ${root}/docs/playground`;
const types = runQuietly('npm', [
  'exec',
  '--yes',
  '--prefer-offline',
  ...checker,
  '--call',
  checkTypes,
]);
console.log(`${types === 0 ? '✓' : '✗'} types of the components`);

let status = installChromium();
status ||= runQuietly('pnpm', ['run', 'docs:build']);
if (status === 0) {
  const env = { ...process.env, SIGNUP_ACTIONS_PLAYGROUND: 'required' };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  status = run('pnpm', ['exec', 'vitest', 'run', 'docs/playground/test', ...reporters], { env });
}

const { numPassedTests, numFailedTests } = readReport();
const failed = Math.max(numFailedTests, status === 0 ? 0 : 1) + (types === 0 ? 0 : 1);
console.log(`${numPassedTests + (types === 0 ? 1 : 0)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 };
  }
}
