import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from '../compare-processes.ts';
import { median } from '../measure-ratio.ts';
import type { Row } from '../row.ts';
import { sendSignups } from '../serve/send-signups.ts';
import { startServer, type Started } from '../serve/start-server.ts';

const connections = 50;
const signups = 1_000;
const pairs = 5;

/** What a signup over HTTP costs. */
export const serveRows: readonly Row[] = [
  {
    name: 'signups over HTTP in a warm process, against an empty handler of the same library',
    unit: 'times',
    // Signups run one after another, and each waits for another process. The empty handler waits for nothing.
    limit: 30,
    measure: compareServers,
  },
];

async function compareServers(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'signup-actions-serve-'));
  const action = join(folder, 'own.js');
  writeFileSync(action, 'exports.onExecutePreUserRegistration = async (event, api) => {};\n');
  const empty = fileURLToPath(new URL('../serve/empty-server.ts', import.meta.url));
  const floor = await startServer([empty]);
  const subject = await startServer([command, 'serve', action, '--port', '0', '--json']);
  try {
    // The first ones start the process of the Actions, and warm the code up.
    await time(subject, 0);
    await time(floor, 0);
    const ratios: number[] = [];
    for (let pair = 1; pair <= pairs; pair += 1) {
      ratios.push((await time(subject, pair)) / (await time(floor, pair)));
    }
    return median(ratios);
  } finally {
    await Promise.all([subject.stop(), floor.stop()]);
    rmSync(folder, { recursive: true });
  }
}

/** How long new signups take, in milliseconds. Throws if one is refused. */
async function time({ port }: Started, batch: number): Promise<number> {
  const emails = Array.from({ length: signups }, (_, index) => `${batch}-${index}@example.com`);
  const start = performance.now();
  const received = await sendSignups({ port, emails, connections });
  if (received.some(({ status }) => status !== 200)) throw new Error('A signup was refused.');
  return performance.now() - start;
}
