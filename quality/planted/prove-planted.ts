import { Worker } from 'node:worker_threads';
import { bugs, rules } from './bugs.ts';
import type { Hunt } from './find-bug.ts';

const threads = 2;

/** Above what a hunt takes by itself: after that a mistake has the engine run in circles. */
const maxHangMs = 120_000;
const hung: Hunt = { problem: 'NO END', runs: 0, ms: maxHangMs };

/** Plants every mistake, one at a time, and expects the flows to show each. */
export async function provePlanted(seed: number): Promise<void> {
  const waiting = [...bugs.keys()];
  const hunts: Hunt[] = [];
  const work = async (): Promise<void> => {
    let worker = start();
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const hunt = await ask(worker, { index, seed });
      if (hunt === hung) {
        await worker.terminate();
        worker = start();
      }
      hunts.push(hunt);
      console.log(
        `${hunt.problem === undefined ? '✓' : '✗'} ${bugs[index]?.mistake}: ${say(hunt)}`,
      );
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: threads }, work));

  const unplanted = rules.filter(
    (rule) => !bugs.some(({ mistake }) => mistake.endsWith(`(${rule})`)),
  );
  for (const rule of unplanted) console.log(`✗ ${rule}: no mistake is planted for it`);
  const slowestMs = Math.max(...hunts.map(({ ms }) => ms));
  console.log(`the slowest was found in ${(slowestMs / 1_000).toFixed(1)} s`);
  const unnoticed = hunts.filter(({ problem }) => problem !== undefined).length + unplanted.length;
  console.log(`${bugs.length + unplanted.length - unnoticed} passed, ${unnoticed} failed`);
  process.exitCode = unnoticed > 0 ? 1 : 0;
}

const say = ({ problem, runs, ms }: Hunt): string =>
  `${problem ?? 'found'} after ${runs} scripts, ${(ms / 1_000).toFixed(1)} s`;

const start = (): Worker => new Worker(new URL('planted-worker.ts', import.meta.url));

function ask(worker: Worker, question: object): Promise<Hunt> {
  worker.postMessage(question);
  return new Promise<Hunt>((resolve, reject) => {
    const timer = setTimeout(() => resolve(hung), maxHangMs);
    worker.once('error', reject).once('message', (hunt: Hunt) => {
      clearTimeout(timer);
      resolve(hunt);
    });
  }).finally(() => worker.removeAllListeners('error'));
}
