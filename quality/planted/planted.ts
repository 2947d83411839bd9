// `pnpm planted`: plants mistakes in the engine, one at a time and in memory, and expects the fuzzer, a law or
// both to notice each. Words select mistakes by what their lines say; `--seed` repeats the fuzzer's scripts.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { mistakes } from './mistakes.ts';
import type { Result } from './nets.ts';
import type { Task } from './planted-worker.ts';

/** A mistake that sends the engine into an endless loop blocks its worker. */
const maxWaitMs = 120_000;
const endless: Result = { isNoticed: false, detail: 'NO END' };

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: String(Date.now() % 2_000_000_000) } },
  allowPositionals: true,
});
const tasks = mistakes
  .flatMap(({ noticedBy }, index) =>
    noticedBy.map((net): Task => ({ index, net, seed: Number(values.seed) })),
  )
  .filter((task) => positionals.every((word) => toLine(task).includes(word)));
if (tasks.length === 0) {
  console.error(
    `Failed to select planted mistakes: no line contains ${positionals.join(' and ')}.`,
  );
  process.exit(2);
}
const totals = { passed: 0, failed: 0 };

console.log(`seed ${values.seed}`);
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

async function work(): Promise<void> {
  let worker = startWorker();
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    const began = performance.now();
    const result = await run(worker, task);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    totals[result.isNoticed ? 'passed' : 'failed'] += 1;
    console.log(`${result.isNoticed ? '✓' : '✗'} ${toLine(task)}: ${result.detail}, ${seconds} s`);
    if (result !== endless) continue;
    await worker.terminate();
    worker = startWorker();
  }
  await worker.terminate();
}

function run(worker: Worker, task: Task): Promise<Result> {
  worker.postMessage(task);
  return new Promise<Result>((resolve, reject) => {
    const timer = setTimeout(() => resolve(endless), maxWaitMs);
    worker.once('error', reject).once('message', (result: Result) => {
      clearTimeout(timer);
      resolve(result);
    });
  }).finally(() => worker.removeAllListeners('error'));
}

function startWorker(): Worker {
  return new Worker(new URL('planted-worker.ts', import.meta.url));
}

function toLine({ index, net }: Task): string {
  const { rule, mistake } = mistakes[index] as (typeof mistakes)[number];
  return `${rule} ${mistake} (${net})`;
}
