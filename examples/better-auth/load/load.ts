// Sends signups to three servers behind one Redis: how many per second, and what the flow adds to each. Each run
// also sends the same number to servers without the flow. Every signup must be accounted for.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toMarkdown } from '../../../quality/bench/to-markdown.ts';
import { measure, type Account, type Hash } from './measure.ts';

const { values } = parseArgs({
  options: {
    sha256: { type: 'string', default: '20000' },
    write: { type: 'boolean', default: false },
    scrypt: { type: 'string', default: '2000' },
  },
});

const rows: Record<string, number | string>[] = [];
const ratios: Record<string, number | string>[] = [];
const wrong: string[] = [];
for (const hash of ['sha256', 'scrypt'] satisfies Hash[]) {
  const accounts = await measure(Number(values[hash]), hash);
  const without = add(hash, 'no', accounts.without);
  const withFlow = add(hash, 'yes', accounts.with);
  ratios.push({
    hash,
    'per second': round(withFlow['per second']! / without['per second']!),
    p50: round(withFlow['p50 ms']! / without['p50 ms']!),
    p99: round(withFlow['p99 ms']! / without['p99 ms']!),
    'CPU ms': round(withFlow['CPU ms']! / without['CPU ms']!),
    'CPU ms more': round(withFlow['CPU ms']! - without['CPU ms']!),
  });
}
const text = [
  'Signups at three servers, 24 people at a time; passwords hashed by SHA-256, which is only for measuring, or by scrypt. _CPU ms_ is the processor time that the servers and the processes of their Actions use for a signup. Measured by `pnpm load`.',
  toMarkdown(rows),
  'With the flow, against without it:',
  toMarkdown(ratios),
].join('\n\n');
console.log(text);
if (values.write) writeFileSync(new URL('figures.md', import.meta.url), text);
for (const line of wrong) console.error(line);
console.log(`${4 - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** Adds a row, and a complaint if the numbers do not add up. */
function add(hash: Hash, flow: 'no' | 'yes', account: Account): Record<string, number> {
  const { tally, stored, cpuSeconds } = account;
  const { sent, answers, latency, seconds } = tally;
  const answered = Object.values(answers).reduce((sum, count) => sum + count);
  if (answered !== sent || stored !== answers.allowed) {
    wrong.push(
      `${hash}, flow ${flow}: ${sent} sent, ${answered} answered, ${answers.allowed} allowed, ${stored} stored.`,
    );
  }
  const speeds = {
    'per second': round(sent / seconds),
    'p50 ms': round(latency.percentile(50) / 1_000),
    'p99 ms': round(latency.percentile(99) / 1_000),
    'CPU ms': round((cpuSeconds * 1_000) / sent),
  };
  rows.push({ hash, flow, sent, ...answers, stored, ...speeds });
  return speeds;
}

function round(figure: number): number {
  return Number(figure.toPrecision(3));
}
