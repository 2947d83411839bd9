// Hunts planted mistakes for `provePlanted`.
import { parentPort } from 'node:worker_threads';
import { bugs } from './bugs.ts';
import { findBug, type Hunt } from './find-bug.ts';

// A mistake may leave a rejection behind; what the flows show is what counts.
process.on('unhandledRejection', () => {});

parentPort?.on('message', ({ index, seed }: { index: number; seed: number }) => {
  void hunt(index, seed).then((result) => parentPort?.postMessage(result));
});

async function hunt(index: number, seed: number): Promise<Hunt> {
  const patch = bugs[index];
  if (!patch) return { problem: 'there is no such mistake', runs: 0, ms: 0 };
  return findBug(patch, seed).catch((thrown: unknown) => ({
    problem: String(thrown),
    runs: 0,
    ms: 0,
  }));
}
