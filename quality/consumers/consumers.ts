// `pnpm consumers`: installs the packed packages into projects as users have them, and runs their tests
// there. Workspace links would hide a missing file, export or dependency. A word selects by name.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumers } from './list.ts';
import { packPackages } from './pack.ts';
import { testConsumer } from './test-consumer.ts';
import { testTypes } from './test-types.ts';

// Ending this process ends what it has started.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const [word = ''] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'signup-actions-consumers-'));
const tarballs = await packPackages(work);
const checks = [
  ...consumers.map((consumer) => ({
    name: consumer.name,
    run: (folder: string) => testConsumer(consumer, folder, tarballs),
  })),
  { name: 'types', run: (folder: string) => testTypes(folder, tarballs) },
].filter(({ name }) => name.includes(word));

let failed = 0;
const queue = [...checks];
await Promise.all([runNext(), runNext()]);
if (failed === 0) rmSync(work, { recursive: true });
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || checks.length === 0 ? 1 : 0;

/** Runs the checks of the queue until it is empty; two of these run at a time. The folder of a failed check stays. */
async function runNext(): Promise<void> {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const { name, run } = check;
    const folder = join(work, name.replaceAll(/\W+/g, '-'));
    const started = performance.now();
    try {
      await run(folder);
      rmSync(folder, { recursive: true });
      console.log(`✓ ${name} (${Math.round((performance.now() - started) / 1000)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`✗ ${name}, in ${folder}\n${String(error)}`);
    }
  }
}
