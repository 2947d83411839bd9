// Casts the nets for `planted.ts`.
import { parentPort } from 'node:worker_threads';
import { mistakes } from './mistakes.ts';
import { cast, type Result } from './nets.ts';
import type { Net } from './planted-mistake.ts';

/** A mistake, by its place in the list, and the net that must notice it. */
export interface Task {
  readonly index: number;
  readonly net: Net;
  readonly seed: number;
}

// A mistake may leave a rejection behind; only what the nets notice counts.
process.on('unhandledRejection', () => {});

parentPort?.on('message', ({ index, net, seed }: Task) => {
  const mistake = mistakes[index];
  if (!mistake) throw new Error(`There is no mistake ${index}.`);
  void cast(mistake, net, seed)
    .catch((thrown: unknown): Result => ({ isNoticed: false, detail: String(thrown) }))
    .then((result) => parentPort?.postMessage(result));
});
