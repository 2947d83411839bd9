/** Time that passes at once, from one thing to the next; first come, first served at the same moment. */
export interface Timeline {
  /** Milliseconds since it began. */
  readonly now: () => number;
  /** What the clock on the wall shows, to the fraction. */
  readonly wall: () => number;
  /** Sets the clock on the wall. */
  readonly jump: (ms: number) => void;
  /** Schedules a callback, and returns a function that cancels it. */
  readonly after: (ms: number, happen: () => void) => () => void;
  /** Runs the next callback, and returns whether there was one. */
  readonly step: () => boolean;
}

/** A timeline on which nothing has happened yet; on the wall it begins at `epochMs`. */
export function createTimeline(epochMs: number): Timeline {
  const plans: { readonly at: number; readonly happen: () => void }[] = [];
  let [now, jumped] = [0, 0];
  return {
    now: () => now,
    wall: () => epochMs + now + jumped,
    jump(ms) {
      jumped += ms;
    },
    after(ms, happen) {
      const plan = { at: now + ms, happen };
      const place = plans.findIndex(({ at }) => at > plan.at);
      plans.splice(place === -1 ? plans.length : place, 0, plan);
      return () => void (plans.includes(plan) && plans.splice(plans.indexOf(plan), 1));
    },
    step() {
      const plan = plans.shift();
      now = plan?.at ?? now;
      plan?.happen();
      return plan !== undefined;
    },
  };
}
