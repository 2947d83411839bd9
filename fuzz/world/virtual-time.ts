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
  const plans: { readonly at: number; readonly callback: () => void }[] = [];
  let [now, jumped] = [0, 0];
  const timer: VirtualTime['timer'] = (callback, ms) => {
    const plan = { at: now + ms, callback };
    // After those of the same moment.
    const place = plans.findIndex(({ at }) => at > plan.at);
    plans.splice(place === -1 ? plans.length : place, 0, plan);
    return () => void (plans.includes(plan) && plans.splice(plans.indexOf(plan), 1));
  };
  return {
    now: () => now,
    clock: () => Math.floor(epochMs + now + jumped),
    wall: () => epochMs + now + jumped,
    jump(ms) {
      jumped += ms;
    },
    timer,
    sleep: (ms) => new Promise((resolve) => void timer(resolve, ms)),
    async settle() {
      for (;;) {
        // All that follows from what has happened, however long the chain of promises.
        await new Promise((resolve) => void setImmediate(resolve));
        const plan = plans.shift();
        if (!plan) return;
        now = plan.at;
        plan.callback();
      }
    },
  };
}
