import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startingPoints } from '@signup-actions/testing';
import { command, compareProcesses } from '../compare-processes.ts';
import type { Row } from '../row.ts';

const signups = 40;

/** What the command costs, each against the same done another way. */
export const commandRows: readonly Row[] = [
  {
    name: 'signup-actions run file.js, against a script that requires the file and calls it',
    unit: 'times',
    // Two processes, of which one loads the command while the other one starts.
    limit: 4,
    measure: () =>
      inFolder((cwd) =>
        compareProcesses({
          cwd,
          subject: ['--', command, 'run', 'own.js'],
          floor: ['by-hand.js'],
          pairs: 15,
        }),
      ),
  },
  {
    name: 'a signup of a large batch, against one in a process of its own',
    unit: 'times',
    // Beside 40 processes, the start of the warm one counts as well.
    limit: 0.2,
    measure: () =>
      inFolder((cwd) => {
        const subject = ['--', command, 'run', 'own.js', '--event', 'signups.ndjson', '--quiet'];
        return compareProcesses({ cwd, subject, floor: [...subject, '--fresh'], pairs: 3 });
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
