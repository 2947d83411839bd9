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

/**
 * What is particular about a signup, each part as a string: a signup that has all of these strings of another, too, has
 * everything that is particular about the other.
 */
export const toSignupParts = ({ from, overrides, response }: ExploredSignup): readonly string[] => [
  ...(from === 'universal-login' ? [] : [`from ${from}`]),
  ...listParts(overrides),
  ...(response === undefined ? [] : [`when ${response}`]),
];

const listParts = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, part]) => listParts(part, `${path}.${name}`))
    : [`${path} ${JSON.stringify(value) ?? 'is absent'}`];
