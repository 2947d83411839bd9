/** What happens when, in milliseconds since the flow began; first come, first served at the same moment. */
export interface Timeline {
  readonly now: () => number;
  readonly after: (ms: number, happen: () => void) => void;
  readonly run: () => void;
}

/** A timeline on which nothing has happened yet. */
export function createTimeline(): Timeline {
  const plans: { at: number; happen: () => void }[] = [];
  let now = 0;
  return {
    now: () => now,
    after: (ms, happen) => void plans.push({ at: now + ms, happen }),
    run() {
      while (plans.length > 0) {
        const at = Math.min(...plans.map((plan) => plan.at));
        const [plan] = plans.splice(plans.findIndex((other) => other.at === at), 1);
        now = at;
        plan?.happen();
      }
    },
  };
}
