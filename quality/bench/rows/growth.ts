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

/** Each setter is refused because the metadata is full: a careless Action stores what a signup brings. */
const perRefusedOf = (times: number) => {
  const strict = createRuntime({ limits: { maxMetadataBytes: 10 } });
  const actions = bind(async (_event, api) => {
    for (let index = 0; index < times; index += 1) {
      try {
        api.user.setUserMetadata(`key${index}`, 'a value that does not fit');
      } catch {
        // Refused.
      }
    }
  });
  return () => strict.run({ event, actions });
};

/** Every key is another one. */
const perKeyOf = (times: number) => {
  const actions = bind(async (_event, api) => {
    for (let index = 0; index < times; index += 1) api.user.setUserMetadata(`key${index}`, index);
  });
  return () => runtime.run({ event, actions });
};

/** Every call has a mistake. */
const perDiagnosticOf = (times: number) => {
  const actions = bind(async (_event, api) => {
    for (let index = 0; index < times; index += 1)
      api.user.setUserMetadata('at', new Date(0) as never);
  });
  return () => runtime.run({ event, actions });
};

/** Every call has the value of a secret, which the outcome's JSON hides. */
const perSecretOf = (times: number) => {
  const secrets = { KEY: 'sk-live-0123456789' };
  const actions = bind(async (_event, api) => {
    for (let index = 0; index < times; index += 1)
      api.access.deny(`${index} sk-live-0123456789`, 'No.');
  }).map((action) => ({ ...action, secrets }));
  return async () => JSON.stringify(await runtime.run({ event, actions }));
};

export const growthRows: readonly Row[] = [
  {
    name: 'cost of an Action among 1,000, against a single one',
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
    name: 'cost of a refused setter among 2,000, against one among 200',
    unit: 'times',
    limit: 1.5,
    measure: () =>
      measureRatio({ subject: perRefusedOf(2_000), floor: repeat(10, perRefusedOf(200)) }),
  },
  {
    name: 'cost of a key among 5,000, against one among 500',
    unit: 'times',
    limit: 1.5,
    measure: () => measureRatio({ subject: perKeyOf(5_000), floor: repeat(10, perKeyOf(500)) }),
  },
  {
    name: 'cost of a diagnostic among 1,000, against one among 100',
    unit: 'times',
    limit: 1.5,
    measure: () =>
      measureRatio({ subject: perDiagnosticOf(1_000), floor: repeat(10, perDiagnosticOf(100)) }),
  },
  {
    name: 'cost of a call with a secret among 1,000, against one among 100',
    unit: 'times',
    limit: 1.5,
    measure: () =>
      measureRatio({ subject: perSecretOf(1_000), floor: repeat(10, perSecretOf(100)) }),
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
