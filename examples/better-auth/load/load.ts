// Signups at three servers behind one Redis: how many a second, and what the flow adds to each. Each run
// pairs them with as many at servers without the flow. Every signup has to be accounted for.
import { parseArgs } from 'node:util';
import { measure, type Account, type Hash } from './measure.ts';

const { values } = parseArgs({
  options: {
    sha256: { type: 'string', default: '20000' },
    scrypt: { type: 'string', default: '2000' },
  },
});

const rows: Record<string, Record<string, number>> = {};
const ratios: Record<string, Record<string, number>> = {};
const wrong: string[] = [];
for (const hash of ['sha256', 'scrypt'] satisfies Hash[]) {
  const accounts = await measure(Number(values[hash]), hash);
  const without = add(`${hash}, no flow`, accounts.without);
  const withFlow = add(`${hash}, flow`, accounts.with);
  ratios[hash] = {
    'per second': round(withFlow['per second']! / without['per second']!),
    p50: round(withFlow['p50 ms']! / without['p50 ms']!),
    p99: round(withFlow['p99 ms']! / without['p99 ms']!),
  };
}
console.log('Signups, three servers, 24 people at a time; passwords hashed by sha256 or by scrypt');
console.table(rows);
console.log('With the flow, against without it');
console.table(ratios);
for (const line of wrong) console.error(line);
console.log(`${4 - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** Adds a row, and says so where the sum is not right. */
function add(name: string, { tally, stored }: Account): Record<string, number> {
  const { sent, answers, latency, seconds } = tally;
  const answered = Object.values(answers).reduce((sum, count) => sum + count);
  if (answered !== sent || stored !== answers.allowed) {
    wrong.push(
      `${name}: ${sent} sent, ${answered} answered, ${answers.allowed} allowed, ${stored} stored.`,
    );
  }
  const speeds = {
    'per second': round(sent / seconds),
    'p50 ms': round(latency.percentile(50) / 1_000),
    'p99 ms': round(latency.percentile(99) / 1_000),
  };
  rows[name] = { sent, ...answers, stored, ...speeds };
  return speeds;
}

function round(figure: number): number {
  return Number(figure.toPrecision(3));
}
