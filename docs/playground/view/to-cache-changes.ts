import { toCacheView } from '@signup-actions/workbench';
import { playgroundLimits } from '../run/flow-job.ts';
import type { SignupRun } from '../run/run-signups.ts';

/** A record of the cache before and after a signup. */
export interface CacheChange {
  readonly key: string;
  /** Absent if there was no such record. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The time until it expires, such as `60 min`; absent if it is gone. */
  readonly lifetime?: string | undefined;
}

/** The records that the cache had before or after a signup, by the time of that signup. */
export function toCacheChanges({ before, after, time }: SignupRun): readonly CacheChange[] {
  const [old, now] = [before, after].map(
    (entries) =>
      new Map(toCacheView(entries, time, playgroundLimits).map((record) => [record.key, record])),
  );
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].map((key) => ({
    key,
    before: old?.get(key)?.value,
    after: now?.get(key)?.value,
    lifetime: now?.get(key)?.lifetime,
  }));
}
