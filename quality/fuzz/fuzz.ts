// `pnpm fuzz`: a million random signups, each compared with what a model of the contract expects.
// `--runs` and `--seed` draw others; `--seed` and `--path` repeat one.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fuzz, type Draw, type Verdict } from './check/property.ts';

const threads = 2;
/** Scripts that a worker draws at once: each lot has the next seed. */
const lot = 5_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2_000_000_000) },
    path: { type: 'string' },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const total = runs.toLocaleString('en');

console.log(`seed ${seed}`);
const began = performance.now();
const found = values.path === undefined ? await drawAll() : await repeat(values.path);
const seconds = (performance.now() - began) / 1_000;
if (found)
  console.log(`\n${found.finding}\n\nAgain: pnpm fuzz --seed ${found.seed} --path ${found.path}`);
else if (values.path !== undefined) console.log('This script no longer shows a mistake.');
else
  console.log(
    `${total} scripts in ${seconds.toFixed(0)} s, ${(runs / seconds).toFixed(0)} a second`,
  );
console.log(found ? '0 passed, 1 failed' : '1 passed, 0 failed');
process.exitCode = found ? 1 : 0;

/** A verdict with a finding, and the seed that leads to it. */
interface Found extends Verdict {
  readonly seed: number;
}

/** Draws scripts on several threads, until all are drawn or one of them shows a mistake. */
async function drawAll(): Promise<Found | undefined> {
  const draws = Array.from({ length: Math.ceil(runs / lot) }, (_, index) => ({
    seed: seed + index,
    runs: Math.min(lot, runs - index * lot),
  }));
  let done = 0;
  let first: Found | undefined;
  const work = async (worker: Worker): Promise<void> => {
    for (let draw = draws.shift(); draw && !first; draw = draws.shift()) {
      const verdict = await ask(worker, draw);
      done += verdict.runs;
      if (verdict.finding !== undefined) first ??= { ...verdict, seed: draw.seed };
      else if (done % 100_000 === 0) console.log(`${done.toLocaleString('en')} of ${total}`);
    }
    await worker.terminate();
  };
  await Promise.all(
    Array.from({ length: Math.min(threads, draws.length) }, () =>
      work(new Worker(new URL('fuzz-worker.ts', import.meta.url))),
    ),
  );
  return first;
}

function ask(worker: Worker, draw: Draw): Promise<Verdict> {
  worker.postMessage(draw);
  return new Promise<Verdict>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  }).finally(() => worker.removeAllListeners('error'));
}

async function repeat(path: string): Promise<Found | undefined> {
  const verdict = await fuzz({ seed, runs, path });
  return verdict.finding === undefined ? undefined : { ...verdict, seed };
}
