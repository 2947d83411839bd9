import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from '../start-redis.ts';
import type { Answer, Servers } from './start-servers.ts';

/** The attempts that an address has. */
export const limit = 5;

/** What a scenario works with. */
interface World {
  readonly servers: Servers;
  readonly redis: Redis;
  /** Makes an attempt and adds it to the tally of its address. */
  readonly attempt: (
    server: number,
    key: string,
    options?: Parameters<Servers['attempt']>[2],
  ) => Promise<Answer | undefined>;
}

/** What happens to servers that share a Redis, three unless it says so. */
export interface Scenario {
  readonly name: string;
  readonly skewsMs?: readonly number[];
  /** What else may happen with a store that compares: nothing is lost or reported, and no address gets too far. */
  readonly allows?: { readonly lost?: true; readonly reported?: true; readonly letIn?: number };
  readonly run: (world: World) => Promise<void>;
}

const range = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index);

/** At each server, new addresses one after another. */
const writeEverywhere = ({ attempt }: World, count: number, pauseMs: number): Promise<unknown> =>
  Promise.all(
    range(3).map(async (server) => {
      for (const index of range(count)) {
        await attempt(server, `${server}:${index}`);
        if (pauseMs > 0) await wait(pauseMs);
      }
    }),
  );

/** One address again and again, at one server after another. */
async function knock(
  { attempt }: World,
  count: number,
  key = 'knocker',
  ttlMs = 3_600_000,
): Promise<void> {
  for (const index of range(count)) await attempt(index % 3, key, { ttlMs });
}

/** Lets the clients connect again, by attempts of another address until one is not reported at any server. */
async function recover({ servers }: World): Promise<void> {
  for (const server of range(3)) {
    for (;;) {
      const answer = await servers.attempt(server, 'probe');
      if (answer?.isReported === false) break;
      await wait(20);
    }
  }
}

const minuteMs = 60_000;

/**
 * The most that three servers let in of attempts in the same moment. Each time one of them stores a count, each of the
 * others may have let in all that were left before: 5 + 2 × (5 + 4 + 3 + 2 + 1).
 */
const mostInTheSameMoment = limit + limit * (limit + 1);

export const scenarios: readonly Scenario[] = [
  {
    name: 'each server writes its own keys',
    run: async (world) => void (await writeEverywhere(world, 50, 0)),
  },
  {
    name: 'the same, with 10 ms between writes',
    run: async (world) => void (await writeEverywhere(world, 50, 10)),
  },
  {
    name: 'one address, one attempt after another, while others sign up everywhere',
    async run(world) {
      await Promise.all([writeEverywhere(world, 50, 2), knock(world, 30)]);
    },
  },
  {
    name: 'ten addresses, each with twenty attempts in the same moment',
    allows: { lost: true, reported: true, letIn: mostInTheSameMoment },
    async run({ attempt }) {
      for (const address of range(10)) {
        await Promise.all(range(20).map((index) => attempt(index % 3, `burst:${address}`)));
      }
    },
  },
  {
    name: 'the same, trickling in, with an Action that takes 150 ms after it has counted',
    allows: { lost: true, reported: true, letIn: mostInTheSameMoment },
    async run({ attempt }) {
      const sent: Promise<unknown>[] = [];
      for (const index of range(200)) {
        sent.push(attempt(index % 3, `slow:${Math.floor(index / 20)}`, { waitMs: 150 }));
        if (index % 3 === 2) await wait(3);
      }
      await Promise.all(sent);
    },
  },
  {
    name: 'Redis is killed and started again, for an address that has used up its attempts',
    // While Redis is away, each server goes on from what it last read.
    allows: { lost: true, reported: true, letIn: 3 * limit },
    async run(world) {
      await knock(world, 6);
      await world.redis.kill();
      await knock(world, 9);
      await world.redis.start();
      await recover(world);
      await knock(world, 9);
    },
  },
  {
    name: 'Redis hangs (SIGSTOP), for an address that has used up its attempts',
    // While Redis is away, each server goes on from what it last read.
    allows: { lost: true, reported: true, letIn: 3 * limit },
    async run(world) {
      await knock(world, 6);
      world.redis.pause();
      await knock(world, 9);
      world.redis.resume();
      await recover(world);
      await knock(world, 9);
    },
  },
  {
    name: 'a server is killed while all of them write',
    async run(world) {
      const writing = writeEverywhere(world, 50, 0);
      await wait(20);
      await world.servers.kill(2);
      await writing;
    },
  },
  {
    name: 'a server hangs (SIGSTOP) while all of them write',
    allows: { reported: true },
    async run(world) {
      const writing = writeEverywhere(world, 50, 0);
      await wait(20);
      world.servers.signal(2, 'SIGSTOP');
      await wait(1_500);
      world.servers.signal(2, 'SIGCONT');
      await writing;
    },
  },
  {
    name: 'clocks are 4 minutes ahead and behind, one attempt after another, counted for an hour',
    skewsMs: [0, 4 * minuteMs, -4 * minuteMs],
    run: (world) => knock(world, 30),
  },
  {
    name: 'the same, counted for one minute',
    skewsMs: [0, 4 * minuteMs, -4 * minuteMs],
    run: (world) => knock(world, 30, 'knocker', minuteMs),
  },
];
