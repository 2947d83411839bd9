import type { Timer } from '@signup-actions/runtime-core';

/** A clock that stands still until it is advanced. Call it for the time, in milliseconds since the epoch. */
export interface FakeClock {
  (): number;
  /** Moves the time on, and calls the timers that are due on the way, in their order. */
  readonly advance: (ms: number) => void;
  /** Timers on this clock's time. */
  readonly timer: Timer;
}

/**
 * A clock for `clock`, and its timer for `timer`.
 *
 * @example
 * ```ts
 * const clock = createFakeClock();
 * const api = createMockApi({ clock });
 * api.cache.set('attempts', '1', { ttl: 1_000 });
 * clock.advance(1_001);
 * expect(api.cache.get('attempts')).toBeUndefined();
 * ```
 */
export function createFakeClock(start = 0): FakeClock {
  let now = start;
  const pending = new Set<{ readonly at: number; readonly callback: () => void }>();
  const takeNextDue = (end: number): { at: number; callback: () => void } | undefined => {
    const [next] = [...pending].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
    if (next) pending.delete(next);
    return next;
  };
  return Object.assign(() => now, {
    advance(ms: number) {
      const end = now + ms;
      for (let due = takeNextDue(end); due; due = takeNextDue(end)) {
        now = due.at;
        due.callback();
      }
      now = end;
    },
    timer(callback: () => void, ms: number) {
      const entry = { at: now + ms, callback };
      pending.add(entry);
      return () => void pending.delete(entry);
    },
  });
}
