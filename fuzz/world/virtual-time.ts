import { createTimeline } from './timeline.ts';

/** Time that passes at once: nothing waits for a real clock. */
export interface VirtualTime {
  /** Milliseconds since the world began. */
  readonly now: () => number;
  /** What the clock on the wall shows, in whole milliseconds. */
  readonly clock: () => number;
  /** The same, to the fraction. */
  readonly wall: () => number;
  /** Sets the clock on the wall. */
  readonly jump: (ms: number) => void;
  readonly timer: (callback: () => void, ms: number) => () => void;
  readonly sleep: (ms: number) => Promise<void>;
  /** Lets everything happen that is going to. */
  readonly settle: () => Promise<void>;
}

/** A world in which nothing has happened yet. */
export function createVirtualTime(epochMs: number): VirtualTime {
  const { now, after, step } = createTimeline();
  let jumped = 0;
  const wall = (): number => epochMs + now() + jumped;
  return {
    now,
    wall,
    clock: () => Math.floor(wall()),
    jump(ms) {
      jumped += ms;
    },
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
