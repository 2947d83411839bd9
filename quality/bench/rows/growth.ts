import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import { bind, trivial, write } from '../actions.ts';
import { measureRatio } from '../measure-ratio.ts';
import type { Row } from '../row.ts';

const event = createMockEvent();
const runtime = createRuntime({
  limits: { maxActions: 1_000, maxCalls: 1_000_000, maxMetadataBytes: 1_000_000 },
});

const perActionOf = (times: number) => {
  const actions = bind(trivial, times);
  return () => runtime.run({ event, actions });
};
const perWriteOf = (times: number) => {
  const actions = bind(write(times));
  return () => runtime.run({ event, actions });
};

/** A short flow, as often as it fits into the long one. */
const repeat = (times: number, run: () => Promise<unknown>) => async (): Promise<void> => {
  for (let time = 0; time < times; time += 1) await run();
};

export const growthRows: readonly Row[] = [
  {
    name: 'cost of an Action among 1,000, against one alone',
    unit: 'times',
    limit: 1.3,
    measure: () =>
      measureRatio({ subject: perActionOf(1_000), floor: repeat(1_000, perActionOf(1)) }),
  },
  {
    name: 'cost of a write among 100,000, against one among 10',
    unit: 'times',
    limit: 1.5,
    measure: () =>
      measureRatio({ subject: perWriteOf(100_000), floor: repeat(10_000, perWriteOf(10)) }),
  },
  {
    name: 'growth of the heap over a million flows',
    unit: 'MB',
    limit: 2,
    measure: measureHeapGrowth,
  },
];

async function measureHeapGrowth(): Promise<number> {
  const actions = bind(trivial);
  const flows = async (count: number): Promise<number> => {
    for (let flow = 0; flow < count; flow += 1) await runtime.run({ event, actions });
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = await flows(100_000);
  return ((await flows(1_000_000)) - before) / 1_000_000;
}
