import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startingPoints } from '@signup-actions/testing';
import type { Row } from '../row.ts';

const bin = fileURLToPath(new URL('../../../packages/cli/dist/bin.cjs', import.meta.url));
const pairs = 15;
const signups = 40;

/** What the command costs, each against the same done another way. */
export const commandRows: readonly Row[] = [
  {
    name: 'signup-actions run file.js, against a script that requires the file and calls it',
    unit: 'times',
    // Two processes, of which one loads the command while the other one starts.
    limit: 6,
    measure: () =>
      inFolder((folder) =>
        median(
          Array.from({ length: pairs }, () => {
            const run = time(folder, '--', bin, 'run', 'own.js');
            return run / time(folder, 'by-hand.js');
          }),
        ),
      ),
  },
  {
    name: 'a signup of a large batch, against one in a process of its own',
    unit: 'times',
    // Beside 40 processes, the start of the warm one counts as well.
    limit: 0.2,
    measure: () =>
      inFolder((folder) => {
        const args = ['--', bin, 'run', 'own.js', '--event', 'signups.ndjson', '--quiet'];
        return median(
          Array.from({ length: 3 }, () => time(folder, ...args) / time(folder, ...args, '--fresh')),
        );
      }),
  },
];

/** The result for a folder with an Action that does nothing, a script that calls it, and signups. */
function inFolder(measure: (folder: string) => number): number {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-bench-'));
  const event = JSON.stringify(startingPoints['universal-login']());
  writeFileSync(
    join(folder, 'own.js'),
    'exports.onExecutePreUserRegistration = async (event, api) => {};\n',
  );
  writeFileSync(
    join(folder, 'by-hand.js'),
    `require('./own.js').onExecutePreUserRegistration(${event}, {}).then(() => console.log('allowed'));\n`,
  );
  writeFileSync(join(folder, 'signups.ndjson'), `${event}\n`.repeat(signups));
  try {
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds that Node takes with these arguments. */
function time(cwd: string, ...args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { cwd });
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
