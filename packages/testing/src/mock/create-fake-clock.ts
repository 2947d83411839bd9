import type { Timer } from '@signup-actions/runtime-core';

/** A clock that only `advance` moves. Call it for the time, in milliseconds since the epoch. */
export interface FakeClock {
  /** Returns the time, in milliseconds since the epoch. */
  (): number;
  /** Moves the time forward, and calls the timers that are due on the way, in order. */
  readonly advance: (ms: number) => void;
  /** Sets timers that run on this clock's time. */
  readonly timer: Timer;
}

/**
 * Creates a clock for the option `clock`; its `timer` is for the option `timer`. `start` is in milliseconds
 * since the epoch.
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
  const pending = new Set<PendingTimer>();
  const removeNextDue = (end: number): PendingTimer | undefined => {
    const [next] = [...pending].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
    if (next) pending.delete(next);
    return next;
  };
  return Object.assign(() => now, {
    advance(ms: number) {
      const end = now + ms;
      for (let due = removeNextDue(end); due; due = removeNextDue(end)) {
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

interface PendingTimer {
  readonly at: number;
  readonly callback: () => void;
}
