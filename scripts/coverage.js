// `pnpm coverage`: the tests of the engine and of the kit that drives it must reach every line, branch, function
// and statement of the engine; vitest.config.ts says so. Each file of the engine counts.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { root, run } from './toolchain.js';

const report = `${root}/.reports/coverage/coverage-summary.json`;
rmSync(report, { force: true });
const status = run('pnpm', [
  'exec',
  'vitest',
  'run',
  '--coverage',
  // It runs what is built, which tells nothing of the sources.
  '--exclude=**/test/platforms/**',
  'packages/runtime-core',
  'packages/testing',
]);

let [passed, failed] = [0, 0];
if (existsSync(report)) {
  /** @type {Record<string, Record<string, { covered: number, total: number }>>} */
  const { total: _, ...files } = JSON.parse(readFileSync(report, 'utf8'));
  for (const [file, measures] of Object.entries(files)) {
    const missed = Object.entries(measures).filter(([, { covered, total }]) => covered < total);
    if (missed.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(
        `✗ ${relative(root, file)}: not every ${missed.map(([name]) => name).join(', ')}`,
      );
    }
  }
}
// A test that failed, or a report that was not written.
if (status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
