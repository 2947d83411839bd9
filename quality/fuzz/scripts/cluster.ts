import { inspect } from 'node:util';
import fc from 'fast-check';

/** One signup that counts an attempt, and then takes its time. */
export interface Attempt {
  readonly atMs: number;
  readonly server: number;
  readonly key: 'a' | 'b';
  readonly waitMs: number;
  readonly end: 'allow' | 'deny' | 'throw';
}

/** Servers that share a store, and the attempts that arrive at them. */
export interface ClusterScript {
  readonly store: 'comparing' | 'plain';
  /** Whether the store has a time of its own. */
  readonly hasTime: boolean;
  /** How wrong the clock of each server is. */
  readonly skewsMs: readonly number[];
  /** How long the way to the store and back takes, each time: repeated as often as needed. */
  readonly delaysMs: readonly number[];
  /** When servers do not reach the store, and how they notice. A lost response follows a call that was performed. */
  readonly outages: readonly {
    readonly server: number;
    readonly fromMs: number;
    readonly forMs: number;
    readonly does: 'reject' | 'hang' | 'lose the response';
  }[];
  readonly attempts: readonly Attempt[];
}

const server = fc.nat({ max: 2 });

const attempt: fc.Arbitrary<Attempt> = fc.record({
  atMs: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 6_000 })),
  server,
  key: fc.constantFrom('a', 'a', 'b'),
  waitMs: fc.constantFrom(0, 0, 2, 150, 2_000),
  end: fc.constantFrom('allow', 'allow', 'deny', 'throw'),
});

/** How wrong the clocks are, and how slow the store is. */
const surroundings = {
  hasTime: fc.boolean(),
  skewsMs: fc.tuple(
    ...[0, 1, 2].map(() => fc.constantFrom(0, 0, 60_000, 295_000, -60_000, -295_000)),
  ),
  delaysMs: fc.array(fc.constantFrom(0.125, 0.125, 1.125, 3.125, 20.125), {
    minLength: 1,
    maxLength: 7,
  }),
};

const anyAttempts: fc.Arbitrary<ClusterScript> = fc.record({
  store: fc.constantFrom('comparing', 'comparing', 'plain'),
  ...surroundings,
  outages: fc.array(
    fc.record({
      server,
      fromMs: fc.nat({ max: 5_000 }),
      forMs: fc.constantFrom(10, 1_500, 3_000),
      does: fc.constantFrom('reject', 'hang', 'lose the response'),
    }),
    { maxLength: 2 },
  ),
  attempts: fc.array(attempt, { minLength: 1, maxLength: 14 }),
});

/** Attempts of one key, one after another, while a slow flow with another key keeps a server busy. */
const besideSlowFlow: fc.Arbitrary<ClusterScript> = fc
  .record({
    store: fc.constant('comparing' as const),
    ...surroundings,
    outages: fc.constant([]),
    slow: server,
    servers: fc.array(server, { minLength: 2, maxLength: 6 }),
  })
  .map(({ slow, servers, ...script }) => ({
    ...script,
    attempts: [
      { atMs: 0, server: slow, key: 'b', waitMs: 2_000, end: 'allow' },
      ...servers.map((at, index): Attempt => {
        const atMs = 200 * (index + 1);
        return { atMs, server: at, key: 'a', waitMs: 0, end: 'allow' };
      }),
    ],
  }));

/** Attempts at several servers. */
export const cluster: fc.Arbitrary<ClusterScript> = fc
  .oneof({ weight: 4, arbitrary: anyAttempts }, { weight: 1, arbitrary: besideSlowFlow })
  .map((drawn) =>
    Object.defineProperty(drawn, fc.toStringMethod, { value: () => inspect(drawn, { depth: 9 }) }),
  );
