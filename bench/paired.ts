/** Two ways to do a thing, timed against each other. */
export interface Pair {
  readonly subject: () => unknown;
  readonly floor: () => unknown;
}

/**
 * How many times as long the subject takes as the floor: the median over pairs of batches that alternate,
 * so that a machine whose speed drifts slows both alike.
 */
export async function measureRatio({ subject, floor }: Pair): Promise<number> {
  const size = await findBatchSize(floor);
  await timeBatch(subject, size);
  const ratios: number[] = [];
  for (let pair = 0; pair < 41; pair += 1) {
    const first = await timeBatch(subject, size);
    const second = await timeBatch(floor, size);
    ratios.push(first / second);
  }
  return ratios.toSorted((a, b) => a - b)[20] ?? Number.NaN;
}

/** Calls in a batch that takes about ten milliseconds. */
async function findBatchSize(run: () => unknown): Promise<number> {
  let size = 1;
  while ((await timeBatch(run, size)) < 10) size *= 2;
  return size;
}

async function timeBatch(run: () => unknown, size: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < size; call += 1) await run();
  return performance.now() - start;
}
