// Sends many signups to one server. Each must be accounted for in the responses, the database, the log and the metrics,
// and memory must not grow with their number.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toMarkdown } from '../../../../quality/bench/to-markdown.ts';
import { createTally, drive } from '../drive.ts';
import { startOneServer } from './start-one-server.ts';

const { values } = parseArgs({
  options: {
    signups: { type: 'string', default: '50000' },
    write: { type: 'boolean', default: false },
  },
});
const batch = Number(values.signups) / 10;
/** The processes reach their size within the first half of so many. Fewer say nothing about memory. */
const warmUp = 40_000;
/** What the second half may add, in case that garbage has just piled up: a kilobyte for each signup. */
const maxGrowthMb = 24;
/** What is alive must not grow: an eighth of a kilobyte for each signup of the second half is more than an entry of a map. */
const maxAliveGrowthMb = 3;

const server = await startOneServer();
const tally = createTally();
const rows: Record<string, number | string>[] = [];
const memory: { server: number; actions: number; heap: number }[] = [];
while (memory.length < 10) {
  await drive(server, tally, batch);
  const sizes = { ...server.readMemory(), heap: await server.readHeap() };
  memory.push(sizes);
  rows.push({
    sent: tally.sent,
    ...tally.answers,
    stored: server.countUsers(),
    'server MB': sizes.server,
    'of it alive MB': sizes.heap,
    'Actions MB': sizes.actions,
  });
}
const text = [
  `Signups at one server without a store, 24 people at a time; passwords hashed by SHA-256. _Alive_ is what a garbage collection leaves in the heap of the server. Measured by \`pnpm load:many\`.`,
  toMarkdown(rows),
].join('\n\n');
console.log(text);
if (values.write) writeFileSync(new URL('figures.md', import.meta.url), text);

const { allowed, ...others } = tally.answers;
const expected = JSON.stringify({ allowed, ...others });
const inOrder = (counts: Readonly<Record<string, number>>): string =>
  JSON.stringify(Object.fromEntries(Object.keys(tally.answers).map((key) => [key, counts[key]])));
const checks: Record<string, boolean> = {
  'every signup has a response':
    allowed + others.denied + others.invalid + others.failed === tally.sent,
  'every allowed user is stored': server.countUsers() === allowed,
  'the log has every signup': inOrder(server.logged) === expected,
  'the metrics have every signup': inOrder(await server.readMetrics()) === expected,
};
if (tally.sent >= warmUp) {
  const [half, last] = [memory[4]!, memory[9]!];
  checks['the memory of the server is bounded'] = last.server - half.server <= maxGrowthMb;
  checks['what is alive in the server does not grow'] = last.heap - half.heap <= maxAliveGrowthMb;
  checks['the memory of the Actions is bounded'] = last.actions - half.actions <= maxGrowthMb;
}
await server.close();
const wrong = Object.keys(checks).filter((name) => !checks[name]);
for (const name of wrong) console.error(`✗ ${name}`);
console.log(`${Object.keys(checks).length - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length > 0 ? 1 : 0;
