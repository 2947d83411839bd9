// `pnpm mutation`: plants mistakes in the engine and the matchers, one at a time, wherever one can be, and
// expects a test to notice each. The package's `mutants.yaml` lists those that no test can notice, with the
// reason: one that survives and is not listed fails, and so does one that is listed and does not survive.
// Arguments limit it to these files: `packages/runtime-core/src/cache/*.ts`.
import { readListed, readMutants, without } from './mutants.js';
import { root, run } from '../../scripts/toolchain.js';

/** Of the mistakes that are planted in a whole package, those that must be noticed. */
const leastShare = 0.95;

const totals = { passed: 0, failed: 0 };
const files = process.argv.slice(2);
const only = files.length > 0 ? ['--mutate', [...files, '!**/*.test.ts'].join(',')] : [];
const status = run('pnpm', ['exec', 'stryker', 'run', 'quality/mutation/stryker.json', ...only]);
if (status !== 0) fail(`Failed to plant mistakes: Stryker ended with status ${status}.`);
else for (const name of ['runtime-core', 'testing']) judge(`packages/${name}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** @param {string} folder */
function judge(folder) {
  const mutants = readMutants(`${root}/.reports/mutation/report.json`, `${folder}/`);
  if (mutants.length === 0) return;
  const planted = new Set(mutants.map(({ file }) => file));
  const survivors = mutants.filter(({ isNoticed }) => !isNoticed);
  const listed = readListed(`${root}/${folder}/mutants.yaml`).filter(({ file }) =>
    planted.has(file),
  );

  const unlisted = without(survivors, listed);
  for (const { file, line, change } of unlisted)
    fail(
      `not noticed, and mutants.yaml does not say why: ${folder}/${file}:${line}\n    ${change}`,
    );
  for (const { file, change } of without(listed, survivors))
    fail(`mutants.yaml lists what does not survive: ${folder}/${file}\n    ${change}`);
  totals.passed += mutants.length - unlisted.length;

  const share = 1 - survivors.length / mutants.length;
  console.log(
    `${folder}: ${(share * 100).toFixed(2)} % of ${mutants.length} mistakes noticed, ${listed.length} listed`,
  );
  if (files.length === 0 && share < leastShare)
    fail(`${folder}: fewer than ${leastShare * 100} % are noticed`);
}

/** @param {string} why */
function fail(why) {
  totals.failed += 1;
  console.log(`✗ ${why}`);
}
