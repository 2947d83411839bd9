import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Row } from '../row.ts';

const pairs = 15;
const kit = new URL('../../../packages/testing/dist/index.js', import.meta.url);

export const importRows: readonly Row[] = [
  {
    name: 'import of the kit, beyond an empty module',
    unit: 'ms',
    limit: 5,
    measure() {
      const folder = mkdtempSync(join(tmpdir(), 'signup-actions-bench-'));
      const empty = join(folder, 'empty.js');
      writeFileSync(empty, 'export {};');
      const floors: number[] = [];
      const times: number[] = [];
      for (let pair = 0; pair < pairs; pair += 1) {
        floors.push(timeImport(pathToFileURL(empty).href));
        times.push(timeImport(kit.href));
      }
      rmSync(folder, { recursive: true });
      // The least of each: whatever else a machine does only adds to a time this short.
      return Math.min(...times) - Math.min(...floors);
    },
  },
];

/** Milliseconds that an import takes in a process of its own, which has nothing loaded yet. */
function timeImport(url: string): number {
  const code = `const start = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - start)`;
  const cwd = fileURLToPath(new URL('../../..', import.meta.url));
  const args = ['--input-type=module', '--eval', code];
  return Number(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }));
}
