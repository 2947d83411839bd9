import type { Limits } from '@signup-actions/runtime-core';
import fc from 'fast-check';
import { formatScenario } from './format-scenario.ts';
import type { ActionScript, FlowScript, Scenario, Step, StoreAnswer } from './script.ts';
import { secretValues } from './secrets.ts';
import { agingSteps, calmStep, meetingSteps, quietStep, step } from './steps.ts';

const none: Readonly<Record<string, string>> = {};
const secrets = fc.oneof(
  fc.constant(none),
  fc.subarray(Object.entries(secretValues)).map((all) => Object.fromEntries(all)),
);

const actionOf = (
  steps: fc.Arbitrary<Step>,
  sequence: fc.Arbitrary<readonly Step[]>,
): fc.Arbitrary<ActionScript> =>
  fc.record({
    kind: fc.oneof(
      { weight: 200, arbitrary: fc.constant('async' as const) },
      { weight: 15, arbitrary: fc.constantFrom('plain' as const, 'thenable' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'not-a-function' as const,
          'generator' as const,
          'returns-generator' as const,
        ),
      },
    ),
    secrets,
    configuration: fc.constantFrom({}, { limit: 3 }),
    steps: fc.oneof(
      { weight: 3, arbitrary: fc.array(steps, { maxLength: 6 }) },
      { weight: 1, arbitrary: sequence },
    ),
  });

const metadata = fc.constantFrom<unknown>(
  undefined,
  {},
  { plan: 'free' },
  { plan: { deep: [1] }, source: 'signup' },
  JSON.parse('{"__proto__":1,"constructor":2}'),
);

const user = fc.tuple(metadata, metadata).map(([user_metadata, app_metadata]) => ({
  email: 'ada@example.com',
  ...(user_metadata !== undefined && { user_metadata }),
  ...(app_metadata !== undefined && { app_metadata }),
}));

const idle: ActionScript = { kind: 'async', secrets: {}, configuration: {}, steps: [] };

/** Absent, but for one in so many. */
const oneIn = <Item>(many: number, drawn: fc.Arbitrary<Item>): fc.Arbitrary<Item | undefined> =>
  fc.oneof(
    { weight: many - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: drawn },
  );

const flowOf = (
  steps: fc.Arbitrary<Step>,
  sequence: fc.Arbitrary<readonly Step[]> = meetingSteps,
): fc.Arbitrary<FlowScript> =>
  fc.record({
    strategy: fc.constantFrom('auth0', 'auth0', 'auth0', 'email', 'sms', 'samlp'),
    user,
    actions: fc.oneof(
      { weight: 60, arbitrary: fc.array(actionOf(steps, sequence), { maxLength: 4 }) },
      // Both sides of the limit.
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(20, 21)
          .map((count) => Array.from({ length: count }, () => idle)),
      },
    ),
    isElsewhere: fc.boolean(),
    defect: oneIn(
      40,
      fc.constantFrom('user', 'connection', 'tenant', 'request', 'null', 'getter', 'tenant-id'),
    ),
  });

const loudFlow = fc
  .tuple(
    flowOf(step, fc.oneof(meetingSteps, agingSteps)),
    oneIn(15, fc.constantFrom(0, 0.125, 60.125, 19_000.125)),
  )
  .map(([flow, abortMs]): FlowScript => ({ ...flow, abortMs }));

// Small ones, one or two at a time, so that scripts meet them; the platform's own elsewhere.
const small = fc.oneof(
  fc.constantFrom(0, 1, 3).map((maxCalls) => ({ maxCalls })),
  fc.constantFrom(2, 13, 26, 40).map((maxMetadataBytes) => ({ maxMetadataBytes })),
  fc.constantFrom(1, 1, 2).map((maxCacheRecords) => ({ maxCacheRecords })),
  fc.constantFrom(2, 3, 4, 4_100).map((maxCacheBytes) => ({ maxCacheBytes })),
  fc.constant({ cacheDefaultTtlMs: 900_000 }),
  fc.constant({ flowTimeoutMs: 50 }),
  oneIn(4, fc.constantFrom({ maxActions: 0 }, { maxActions: 2 })),
);
const limits = fc.oneof(
  fc.constant({}),
  fc.tuple(small, small).map(([one, other]): Partial<Limits> => ({ ...one, ...other })),
);

const answer: fc.Arbitrary<StoreAnswer> = fc.oneof(
  fc.record({
    does: fc.constantFrom('answer', 'reject', 'throw', 'hang', 'lose', 'rubbish', 'false'),
  }),
  fc.record({
    does: fc.constant('delay' as const),
    ms: fc.constantFrom(10.5, 700.5, 999.5, 1_500.5),
  }),
);

/** More than the limits of most scripts allow. */
const found = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom('a', 'b', 'attempts', 'é'),
    fc.constantFrom('', '1', '22'),
    fc.constantFrom(-300_001, -1, 50, 86_400_000),
  ),
  { minLength: 1, maxLength: 4, selector: ([key]) => key },
);

const pendingMetadata = fc.constantFrom('hidden' as const, 'visible' as const);

const healthy: fc.Arbitrary<Scenario> = fc.record({
  limits,
  pendingMetadata,
  found: fc.oneof(fc.constant([]), found),
  store: fc.constant([]),
  flows: fc.array(loudFlow, { minLength: 1, maxLength: 2 }),
});

const faulty: fc.Arbitrary<Scenario> = fc.record({
  limits: fc.constant({}),
  pendingMetadata,
  store: fc.array(answer, { minLength: 1, maxLength: 8 }),
  flows: fc.array(flowOf(calmStep), { minLength: 1, maxLength: 3 }),
});

/** The host may abort while the cache is being stored: all Actions are done by then. */
const aborted: fc.Arbitrary<Scenario> = fc.record({
  limits: fc.constant({}),
  pendingMetadata,
  store: fc.tuple(
    fc.constant<StoreAnswer>({ does: 'answer' }),
    fc.record({ does: fc.constant('delay' as const), ms: fc.constantFrom(10.5, 700.5) }),
  ),
  flows: fc
    .tuple(flowOf(quietStep), fc.constantFrom(5.125, 300.125, 2_000.125))
    .map(([flow, abortMs]): FlowScript[] => [{ ...flow, abortMs }]),
});

/** Signups one after another. */
export const scenario = fc
  .oneof(
    { weight: 10, arbitrary: healthy },
    { weight: 2, arbitrary: faulty },
    { weight: 1, arbitrary: aborted },
  )
  .map((drawn) =>
    Object.defineProperty(drawn, fc.toStringMethod, { value: () => formatScenario(drawn) }),
  );
