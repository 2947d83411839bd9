import type { ClusterScript } from '../scripts/cluster.ts';
import { runCluster, type ObservedAttempt } from '../world/run-cluster.ts';

/** The store's time, and what whole milliseconds hide of it. */
const maxWaitMs = 1_000 + 2;

/** Runs attempts at several servers and says which promise of C11 is broken, if any. */
export async function checkCluster(script: ClusterScript): Promise<string | undefined> {
  const { attempts, history } = await runCluster(script);
  if (attempts.length !== script.attempts.length) return 'a flow has not ended';
  for (const { atMs, endMs, waitMs } of attempts) {
    if (endMs - atMs - waitMs > maxWaitMs) return 'C10: a flow waited too long for its store';
  }
  if (history.some((values) => values['untouched'] !== 'kept')) {
    return 'C11: a record of others was removed';
  }
  const areApart = areAllApart(attempts);
  // Over a store that cannot compare, writes in the same moment may lose what others wrote. One that is said not to
  // have arrived in an outage may arrive at any time after it.
  const isDelayed = script.outages.length > 0 && attempts.some(({ isReported }) => isReported);
  if (script.store === 'plain' && (!areApart || isDelayed)) return undefined;
  if (areApart && script.outages.length === 0 && attempts.some(({ isReported }) => isReported)) {
    return 'C11: something is said to be lost, though nothing happened in the same moment';
  }
  return (['a', 'b'] as const)
    .map((key) => {
      const ofKey = attempts.filter((attempt) => attempt.key === key);
      const isLost = ofKey.some(({ isReported }) => isReported);
      // Whatever other keys do meanwhile.
      return script.outages.length === 0 && isLost && areAllApart(ofKey)
        ? `C11: an attempt of ${key} is said to be lost, though no other came in the same moment`
        : checkKey(key, ofKey, history);
    })
    .find((found) => found !== undefined);
}

const areAllApart = (attempts: readonly ObservedAttempt[]): boolean =>
  attempts.every((one) => attempts.every((other) => isApart(one, other)));

const isApart = (one: ObservedAttempt, other: ObservedAttempt): boolean =>
  one === other || one.endMs < other.atMs || other.endMs < one.atMs;

function checkKey(
  key: string,
  attempts: readonly ObservedAttempt[],
  history: readonly Readonly<Record<string, string>>[],
): string | undefined {
  const counts = history.map((values) => Number(values[key] ?? 0));
  if (counts.some((count, index) => count < (counts[index - 1] ?? 0))) {
    return `C11: the count of ${key} went back: ${counts.join(', ')}`;
  }
  const stored = counts.at(-1) ?? 0;
  const certain = attempts.filter(({ isReported }) => !isReported);
  if (stored < certain.length || stored > attempts.length) {
    return `C11: ${stored} attempts of ${key} are stored; ${attempts.length} were made, ${certain.length} of them without a report`;
  }
  for (const { atMs, found } of certain) {
    const earlier = certain.filter(({ endMs }) => endMs < atMs).length;
    if (found < earlier)
      return `C11: an attempt of ${key} found ${found} of ${earlier} earlier ones`;
  }
  return undefined;
}
