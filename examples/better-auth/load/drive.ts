import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { Cluster } from '../cluster/start-cluster.ts';
import { toPerson, type Kind } from './to-person.ts';

/** The results of the signups that were sent to a cluster. */
export interface Tally {
  sent: number;
  readonly answers: Record<Kind, number>;
  /** Of the allowed signups, in microseconds. */
  readonly latency: RecordableHistogram;
  seconds: number;
}

export const createTally = (): Tally => ({
  sent: 0,
  answers: { allowed: 0, denied: 0, invalid: 0, failed: 0 },
  latency: createHistogram(),
  seconds: 0,
});

const kinds: Readonly<Record<number, Kind>> = {
  200: 'allowed',
  403: 'denied',
  400: 'invalid',
  500: 'failed',
};

/** How many signups are under way at the same time. */
const width = 24;

/** Sends more signups and adds them to the tally. Throws if a status does not belong to an outcome. */
export async function drive(
  cluster: Pick<Cluster, 'signUp' | 'size'>,
  tally: Tally,
  count: number,
): Promise<void> {
  const last = tally.sent + count;
  const started = performance.now();
  const sendUntilDone = async (): Promise<void> => {
    while (tally.sent < last) {
      const number = tally.sent++;
      const sentAt = performance.now();
      const status = await cluster.signUp(number % cluster.size, toPerson(number));
      const kind = kinds[status];
      if (!kind) throw new Error(`Failed to count a signup: the server returned ${status}.`);
      tally.answers[kind] += 1;
      if (kind === 'allowed') {
        tally.latency.record(Math.max(1, Math.round((performance.now() - sentAt) * 1_000)));
      }
    }
  };
  await Promise.all(Array.from({ length: width }, sendUntilDone));
  tally.seconds += (performance.now() - started) / 1_000;
}
