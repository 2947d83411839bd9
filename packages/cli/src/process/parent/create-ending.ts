import type { Child } from './start-child.ts';

/** Ends processes while their results are handled: the system takes its time to remove one. */
export interface Ending {
  readonly add: (child: Child) => void;
  /** Waits until all of them are gone. */
  readonly wait: () => Promise<void>;
}

/** Creates a list of processes that are ending. */
export function createEnding(): Ending {
  const ending = new Set<Promise<unknown>>();
  return {
    add(child) {
      const ended = child.end().finally(() => ending.delete(ended));
      ending.add(ended);
    },
    async wait() {
      await Promise.all(ending);
    },
  };
}
