import type { CacheRecord } from '@signup-actions/types';
import type { FlowState } from './state.ts';

export type Records = ReadonlyMap<string, CacheRecord>;

/** What a flow finds in the store: nothing that has expired, and nothing that lives too long (C5, C8). */
export const loadRecords = (stored: Records, now: number, maxTtlMs: number): Records =>
  new Map(
    [...stored]
      .filter(([, { expires_at }]) => now <= expires_at)
      .map(([key, { value, expires_at }]) => [
        key,
        { value, expires_at: Math.min(expires_at, now + maxTtlMs) },
      ]),
  );

/** What the store holds afterwards, whatever came of the flow (C2, C9). */
export function storeRecords(stored: Records, state: FlowState, now: number): Records {
  if (state.written.size === 0) return stored;
  const others = [...loadRecords(stored, now, state.limits.cacheMaxTtlMs)];
  const isMine = ([key]: readonly [string, CacheRecord]): boolean => state.written.has(key);
  return new Map([...others.filter((one) => !isMine(one)), ...[...state.records].filter(isMine)]);
}
