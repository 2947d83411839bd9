import type { Event } from '@signup-actions/types';
import { createMockEvent } from '../events/create-mock-event.ts';
import type { EventOverrides } from '../events/event-overrides.ts';
import { startingPoints, type StartingPoint } from '../events/starting-points.ts';
import { toExampleSecret } from './example-secret.ts';
import type { NetworkAnswer } from './network-answer.ts';

/** A part of the event that differs from the starting point; `undefined` removes it. */
export interface Edit {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** A signup as it is drawn. */
export interface DrawnSignup {
  readonly from: StartingPoint;
  readonly edits: readonly Edit[];
  /** How services respond; absent if requests are sent. */
  readonly answer?: NetworkAnswer | undefined;
}

/** Starting points whose body is JSON, in which a field can be of any kind. */
const withJsonBody: ReadonlySet<StartingPoint> = new Set(['api-signup', 'otp-challenge']);

/**
 * The edits that make a difference and that the platform can send: nothing inside of a part that is absent, and no
 * field of a form that is not a string.
 */
export function findEffectiveEdits({ from, edits }: DrawnSignup): readonly Edit[] {
  const start: unknown = startingPoints[from]();
  const removed = edits.filter(({ value }) => value === undefined).map(({ path }) => path);
  return edits.filter(({ path, value }) => {
    const isInRemoved = removed.some(
      (other) => other.length < path.length && other.every((name, index) => name === path[index]),
    );
    if (isInRemoved || readPath(start, path.slice(0, -1)) === undefined) return false;
    const isForm = path[1] === 'body' && path.length === 3 && !withJsonBody.has(from);
    if (isForm && value !== undefined && typeof value !== 'string') return false;
    return readPath(start, path) !== value;
  });
}

const readPath = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, name)
        ? (part as Parts)[name]
        : undefined,
    data,
  );

type Parts = Record<string, unknown>;

/** What differs from the starting point, as the overrides of `createMockEvent`. */
export function toOverrides(signup: DrawnSignup): EventOverrides {
  const overrides: Parts = {};
  for (const { path, value } of findEffectiveEdits(signup)) {
    let part = overrides;
    for (const name of path.slice(0, -1)) part = (part[name] ??= {}) as Parts;
    part[path.at(-1) ?? ''] = value;
  }
  return overrides;
}

export const toEvent = (signup: DrawnSignup): Event =>
  createMockEvent(signup.from, toOverrides(signup));

/** What is particular about a signup, to end a sentence: `without client`. */
export function describeSignup(signup: DrawnSignup): string {
  const parts = findEffectiveEdits(signup)
    .filter((edit) => !isGivenSecret(edit))
    .map(({ path, value }) => `${value === undefined ? 'without' : 'with'} ${path.join('.')}`);
  const about = [
    ...(signup.from === 'universal-login' ? [] : [`from ${signup.from}`]),
    ...parts,
    ...(signup.answer ? [`when ${signup.answer.name}`] : []),
  ];
  return about.length === 0 ? 'on an ordinary signup' : about.join(', ');
}

/** The secrets that an Action is deployed with are those of every signup. */
const isGivenSecret = ({ path: [part, name = ''], value }: Edit): boolean =>
  part === 'secrets' && value !== toExampleSecret(name);
