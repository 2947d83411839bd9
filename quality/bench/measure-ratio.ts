/** Two ways to do a thing, timed against each other. */
export interface Pair {
  readonly subject: () => unknown;
  readonly floor: () => unknown;
}

const pairs = 41;
const batchMs = 10;

/**
 * How many times as long the subject takes as the floor: the median over pairs of batches that alternate,
 * so that a machine whose speed drifts slows both alike.
 */
export async function measureRatio({ subject, floor }: Pair): Promise<number> {
  const sizes = { subject: await findBatchSize(subject), floor: await findBatchSize(floor) };
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = (await timeBatch(subject, sizes.subject)) / sizes.subject;
    const second = (await timeBatch(floor, sizes.floor)) / sizes.floor;
    ratios.push(first / second);
  }
  return median(ratios);
}

/** The middle one of values, of which there is an odd number. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How long a call takes by the clock, in the quickest of the batches: what else the machine does only adds. */
export async function measureMicroseconds(run: () => unknown): Promise<number> {
  const size = await findBatchSize(run);
  const times: number[] = [];
  for (let batch = 0; batch < pairs; batch += 1) times.push((await timeBatch(run, size)) / size);
  return 1_000 * Math.min(...times);
}

/** Calls in a batch, after as many again have warmed the code up. */
async function findBatchSize(run: () => unknown): Promise<number> {
  await timeBatch(run, 100);
  let size = 1;
  while ((await timeBatch(run, size)) < batchMs) size *= 2;
  return size;
}

async function timeBatch(run: () => unknown, size: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < size; call += 1) await run();
  return performance.now() - start;
}
