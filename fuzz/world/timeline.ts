/** What is to happen when; first come, first served at the same moment. */
export interface Timeline {
  /** Milliseconds since it began. */
  readonly now: () => number;
  /** Plans something; the function it answers cancels that. */
  readonly after: (ms: number, happen: () => void) => () => void;
  /** Lets the next thing happen; answers whether there was one. */
  readonly step: () => boolean;
}

/** A timeline on which nothing has happened yet. */
export function createTimeline(): Timeline {
  const plans: { readonly at: number; readonly happen: () => void }[] = [];
  let now = 0;
  return {
    now: () => now,
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
