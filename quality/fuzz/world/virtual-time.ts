import { createTimeline, type Timeline } from './timeline.ts';

/** A timeline for what waits by promises. */
export interface VirtualTime extends Pick<Timeline, 'now' | 'wall' | 'jump'> {
  /** What the clock on the wall shows, in whole milliseconds. */
  readonly clock: () => number;
  readonly timer: (callback: () => void, ms: number) => () => void;
  readonly sleep: (ms: number) => Promise<void>;
  /** Lets everything happen that is going to. */
  readonly settle: () => Promise<void>;
}

/** A world in which nothing has happened yet. */
export function createVirtualTime(epochMs: number): VirtualTime {
  const { now, wall, jump, after, step } = createTimeline(epochMs);
  return {
    now,
    wall,
    jump,
    clock: () => Math.floor(wall()),
    timer: (callback, ms) => after(ms, callback),
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    async settle() {
      do {
        // All that follows from what has happened, however long the chain of promises.
        await new Promise((resolve) => void setImmediate(resolve));
      } while (step());
    },
  };
}
