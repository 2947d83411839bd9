import type { Limits } from '@signup-actions/runtime-core';
import { fromDocument } from '@signup-actions/runtime-core/internal';
import type { CacheEntries } from '../run/flow-job.ts';

/** A record of the cache as the page shows it. */
export interface CacheRecordView {
  readonly key: string;
  readonly value: string;
  /** The time until it expires, such as `60 min`. */
  readonly lifetime: string;
}

/** The records of the cache at a time. */
export const toCacheView = (
  entries: CacheEntries,
  now: number,
  limits: Limits,
): readonly CacheRecordView[] =>
  entries.flatMap(([, text]) =>
    [...fromDocument(text, now, limits)].map(([key, { value, expires_at }]) => ({
      key,
      value,
      lifetime: toDuration(expires_at - now),
    })),
  );

function toDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
