import type { Timer } from '@signup-actions/runtime-core';

/** A timer whose time passes when the test says so: a busy machine changes nothing. */
export interface TestTimer {
  readonly timer: Timer;
  /** Ends every wait of this length that has not been cancelled. Returns how many there were. */
  readonly fire: (ms: number) => number;
  /** How many waits of this length have neither ended nor been cancelled. */
  readonly count: (ms: number) => number;
}

export function createTestTimer(): TestTimer {
  const waits = new Map<() => void, number>();
  return {
    timer(callback, ms) {
      const wait = (): void => callback();
      waits.set(wait, ms);
      return () => void waits.delete(wait);
    },
    count: (ms) => [...waits.values()].filter((length) => length === ms).length,
    fire(ms) {
      const due = [...waits].filter(([, length]) => length === ms).map(([wait]) => wait);
      for (const wait of due) {
        waits.delete(wait);
        wait();
      }
      return due.length;
    },
  };
}
