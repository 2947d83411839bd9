import type { SignupEvent } from '@signup-actions/runtime-core';
import type { CacheEntries } from '@signup-actions/workbench';
import { toCaseCache } from '@signup-actions/workbench/case';
import type { RecordState } from '../state/playground-state.ts';

/**
 * The cache that holds these records before the signups with these events. Throws for a record that the platform would
 * not accept.
 */
export const toStartCache = (
  records: readonly RecordState[],
  events: readonly SignupEvent[],
): CacheEntries => toCaseCache({ cache: toCaseRecords(records) }, events);

/** The records as a test case has them. A row without a key is not finished yet. */
export const toCaseRecords = (
  records: readonly RecordState[],
): Record<string, string | { value: string; ttl: number }> =>
  Object.fromEntries(
    records.flatMap(({ key, value, ttlMs }) =>
      key === '' ? [] : [[key, ttlMs === undefined ? value : { value, ttl: ttlMs }]],
    ),
  );
