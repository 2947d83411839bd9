// `pnpm fuzz`: a million random signups, each compared with what a model of the contract expects.
// --runs, --seed and --path draw others, or the same again; --planted proves that mistakes are found.
import { parseArgs } from 'node:util';
import { fuzz } from './check/property.ts';
import { provePlanted } from '../planted/prove-planted.ts';
import { runFlows } from './run-flows.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2_000_000_000) },
    path: { type: 'string' },
    planted: { type: 'boolean', default: false },
  },
});
const draw = { seed: Number(values.seed), runs: Number(values.runs), path: values.path };
const total = draw.runs.toLocaleString('en');

console.log(`seed ${draw.seed}`);
if (values.planted) await provePlanted(draw.seed);
else await run();

async function run(): Promise<void> {
  const began = performance.now();
  const found = draw.path === undefined ? await runFlows(draw, tell) : await again();
  if (found?.finding !== undefined) {
    console.log(`\n${found.finding}\n\nAgain: pnpm fuzz --seed ${found.seed} --path ${found.path}`);
  } else if (draw.path !== undefined) {
    console.log('This script shows no mistake any more.');
  } else {
    const seconds = (performance.now() - began) / 1_000;
    console.log(
      `${total} scripts in ${seconds.toFixed(0)} s, ${(draw.runs / seconds).toFixed(0)} a second`,
    );
  }
  console.log(found ? '0 passed, 1 failed' : '1 passed, 0 failed');
  process.exitCode = found ? 1 : 0;
}

async function again(): Promise<Awaited<ReturnType<typeof runFlows>>> {
  const verdict = await fuzz(draw);
  return verdict.finding === undefined ? undefined : { ...verdict, seed: draw.seed };
}

function tell(done: number): void {
  if (done % 100_000 === 0) console.log(`${done.toLocaleString('en')} of ${total}`);
}
