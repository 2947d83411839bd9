import type { SignupEvent } from '@signup-actions/runtime-core';
import { createMockEvent, startingPoints, type StartingPoint } from '@signup-actions/testing';
import { isJsonObject, type JsonObject } from '@signup-actions/workbench/files';

/** An event as a starting point and what it changes there. */
export interface EventChanges {
  readonly startingPoint: StartingPoint;
  readonly changes: JsonObject;
  /** The paths of fields that the starting point has and the event does not. */
  readonly added: readonly string[];
}

/**
 * Converts an event to a starting point and its changes, since the playground has no other events. Without `from`, it is
 * the starting point that is most like the event.
 */
export function changesOf(event: SignupEvent, from?: StartingPoint): EventChanges {
  const names = from === undefined ? (Object.keys(startingPoints) as StartingPoint[]) : [from];
  const all = names.map((startingPoint): EventChanges => {
    const start = toJson(createMockEvent(startingPoint));
    return {
      startingPoint,
      changes: listChanges(start, toJson(event)),
      added: listAdded(start, toJson(event)),
    };
  });
  const sizeOf = ({ added, changes }: EventChanges): number =>
    added.length * 1_000 + JSON.stringify(changes).length;
  return all.reduce((best, one) => (sizeOf(one) < sizeOf(best) ? one : best));
}

/** An event as JSON holds it, without what belongs to the Actions. */
function toJson(event: object): JsonObject {
  const { secrets: _, configuration: __, ...own } = JSON.parse(JSON.stringify(event)) as JsonObject;
  return own;
}

const listChanges = (start: JsonObject, end: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(end).flatMap(([key, value]) => {
      const before = start[key];
      if (JSON.stringify(before) === JSON.stringify(value)) return [];
      return [
        [key, isJsonObject(before) && isJsonObject(value) ? listChanges(before, value) : value],
      ];
    }),
  );

const listAdded = (start: JsonObject, end: JsonObject, path = ''): readonly string[] =>
  Object.entries(start).flatMap(([key, before]) => {
    if (!(key in end)) return [`${path}${key}`];
    const value = end[key];
    return isJsonObject(before) && isJsonObject(value)
      ? listAdded(before, value, `${path}${key}.`)
      : [];
  });
