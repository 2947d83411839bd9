import type { Event, Shape } from '@signup-actions/types';
import { findUnknownFields } from '@signup-actions/runtime-core/internal';
import type { EventOverrides } from './event-overrides.ts';
import { overlay } from './overlay.ts';
import { startingPoints, type StartingPoint } from './starting-points.ts';

/** The overrides as the last argument, which is optional unless the shape declares secrets. */
type LastArgument<S extends Shape> =
  Partial<EventOverrides<S>> extends EventOverrides<S>
    ? [overrides?: EventOverrides<S>]
    : [overrides: EventOverrides<S>];

/**
 * Creates one valid, fixed event: a signup with a password through the login page, or another starting point
 * by its name. Both metadata objects are empty. Overrides are merged into it part by part; arrays and plain
 * values are replaced, and `undefined` removes an optional part.
 *
 * @example
 * ```ts
 * const event = createMockEvent({ user: { email: 'ada@example.com' }, client: undefined });
 * const byApi = createMockEvent('api-signup', { request: { ip: '192.0.2.1' } });
 * ```
 */
export function createMockEvent<S extends Shape = Shape>(...args: LastArgument<S>): Event<S>;
/** The same from another starting point than the login page. */
export function createMockEvent<S extends Shape = Shape>(
  startingPoint: StartingPoint,
  ...args: LastArgument<S>
): Event<S>;
export function createMockEvent(...args: readonly unknown[]): Event {
  const [name, overrides] = typeof args[0] === 'string' ? args : ['universal-login', args[0]];
  const event = findStartingPoint(name as string)();
  if (overrides === undefined) return event;
  let hasNewPart = false;
  overlay(event as unknown as Parts, overrides as Parts, () => {
    hasNewPart = true;
  });
  if (hasNewPart) assertFields(overrides as Parts);
  return event;
}

/** Throws for a field that no event has: a misspelt override would have no effect. */
function assertFields(overrides: Parts): void {
  const [unknown] = findUnknownFields(overrides);
  if (!unknown) return;
  throw new TypeError(
    `Failed to create an event: no event has ${unknown.path}.\nThe fields there are ${unknown.known.join(', ')}. To test with another one, assign it to the event afterwards.`,
  );
}

type Parts = Record<string, unknown>;

function findStartingPoint(name: string): () => Event {
  if (Object.hasOwn(startingPoints, name)) return startingPoints[name as StartingPoint];
  const names = Object.keys(startingPoints).map((known) => JSON.stringify(known));
  throw new TypeError(
    `Failed to create an event: the starting point must be one of ${names.join(', ')} but received ${JSON.stringify(name)}.`,
  );
}
