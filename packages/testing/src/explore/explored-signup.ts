import type { EventOverrides } from '../events/event-overrides.ts';
import type { StartingPoint } from '../events/starting-points.ts';
import { describeSignup, toOverrides, type DrawnSignup } from './drawn-signup.ts';

/** A signup that an exploration draws. */
export interface ExploredSignup {
  /** What is particular about it, to end a sentence: `without client`. */
  readonly description: string;
  /** The starting point of its event. */
  readonly from: StartingPoint;
  /** What differs from the starting point, as `createMockEvent` takes it; `undefined` removes a part. */
  readonly overrides: EventOverrides;
  /** How services respond, to end a sentence; absent if that does not matter, or if requests are sent. */
  readonly response?: string;
}

/** A signup as an exploration shows it. */
export const toExploredSignup = (signup: DrawnSignup): ExploredSignup => ({
  description: describeSignup(signup),
  from: signup.from,
  overrides: toOverrides(signup),
  ...(signup.answer && { response: signup.answer.name }),
});
