import type { CacheRecord } from '@signup-actions/types';
import type { ModelLimits } from './limits.ts';
import type { FlowState } from './state.ts';

export type Records = ReadonlyMap<string, CacheRecord>;

/** What a flow finds of what the store holds: nothing that has expired or would live too long (C5, C8). */
export const loadRecords = (stored: Records, now: number, limits: ModelLimits): Records =>
  new Map(
    [...stored].flatMap(([key, { value, expires_at }]) =>
      expires_at < now
        ? []
        : [[key, { value, expires_at: Math.min(expires_at, now + limits.cacheMaxTtlMs) }]],
    ),
  );

/** What the store holds afterwards, whatever came of the flow (C2, C9). */
export function storeRecords(stored: Records, state: FlowState, now: number): Records {
  if (state.written.size === 0) return stored;
  const after = new Map(loadRecords(stored, now, state.limits));
  for (const key of state.written) {
    const record = state.records.get(key);
    if (record) after.set(key, record);
    else after.delete(key);
  }
  return after;
}
