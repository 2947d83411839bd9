import { Worker } from 'node:worker_threads';
import type { Draw, Verdict } from './check/property.ts';

/** Flows that a worker draws at once: each lot has the next seed. */
const lot = 5_000;
const workers = 2;

/** A finding, and the seed that leads to it. */
export interface Found extends Verdict {
  readonly seed: number;
}

/** Draws flows on two threads, until all are drawn or one of them shows a mistake. */
export async function runFlows(
  { seed, runs }: Draw,
  onProgress: (done: number) => void,
): Promise<Found | undefined> {
  const draws = Array.from({ length: Math.ceil(runs / lot) }, (_, index) => ({
    seed: seed + index,
    runs: Math.min(lot, runs - index * lot),
  }));
  let done = 0;
  let found: Found | undefined;
  const work = async (worker: Worker): Promise<void> => {
    for (let draw = draws.shift(); draw && !found; draw = draws.shift()) {
      worker.postMessage(draw);
      const verdict = await new Promise<Verdict>((resolve, reject) => {
        worker.once('message', resolve).once('error', reject);
      });
      worker.removeAllListeners('error');
      done += verdict.runs;
      if (verdict.finding !== undefined) found ??= { ...verdict, seed: draw.seed };
      else onProgress(done);
    }
    await worker.terminate();
  };
  const threads = Array.from({ length: Math.min(workers, draws.length) }, () =>
    work(new Worker(new URL('worker.ts', import.meta.url))),
  );
  await Promise.all(threads);
  return found;
}
