import type { ExploredSignup } from '@signup-actions/testing/fast-check';
import type { SeenSignup } from './explore-protocol.ts';

type Parts = Readonly<Record<string, unknown>>;

/** A drawn signup as data, in the form in which a case has it: JSON has no `undefined`, which removes a part. */
export function toSeenSignup({
  description,
  from,
  overrides: { secrets, ...overrides },
  response,
}: ExploredSignup): SeenSignup {
  const unset = listRemoved(overrides);
  const event = withoutRemoved(overrides);
  return {
    description,
    found: {
      ...(from !== 'universal-login' && { from }),
      ...(Object.keys(event).length > 0 && { event: event as never }),
      ...(unset.length > 0 && { unset: [...unset] }),
      ...(secrets && { secrets }),
    },
    ...(response !== undefined && { response }),
  };
}

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listRemoved = (parts: Parts): readonly string[] =>
  Object.entries(parts).flatMap(([name, part]) => {
    if (part === undefined) return [name];
    return isParts(part) ? listRemoved(part).map((path) => `${name}.${path}`) : [];
  });

/** A part of which nothing is left was only there to name what is removed; an empty one may be meant. */
const withoutRemoved = (parts: Parts): Parts =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => {
      if (part === undefined) return [];
      if (!isParts(part)) return [[name, part]];
      const left = withoutRemoved(part);
      const isOnlyRemoved = Object.keys(left).length < 1 && Object.keys(part).length > 0;
      return isOnlyRemoved ? [] : [[name, left]];
    }),
  );
