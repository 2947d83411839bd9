import type { SignupEvent } from '@signup-actions/runtime-core';
import { findUnknownFields, requiredEventParts } from '@signup-actions/runtime-core/internal';
import { createMockEvent } from '@signup-actions/testing';
import type { Event } from '@signup-actions/types';
import { findNearName } from '../near-name.ts';
import { listMissingFields, setValue, unsetFields } from '../event/index.ts';
import { isJsonObject, UsageError, type JsonObject } from '../files/index.ts';
import type { CaseSignup } from './case-schema.ts';

/**
 * The event of a signup, without what belongs to the Actions. Throws a {@link UsageError} or a `TypeError` if it cannot
 * be one.
 */
export function toCaseEvent({ from, event = {}, set = {}, unset = [] }: CaseSignup): SignupEvent {
  assertFields(event);
  const start =
    from === undefined && isWholeEvent(event)
      ? (event as unknown as Event)
      : createMockEvent(from ?? 'universal-login', event as never);
  const { secrets: _, configuration: __, ...plain } = start as Event & Record<string, unknown>;
  const changed = Object.entries(set).reduce<SignupEvent>(
    (whole, [path, value]) => setValue(whole, path, value),
    plain as unknown as SignupEvent,
  );
  return unsetFields(changed, unset);
}

/** Throws for a field that no event has. */
function assertFields(event: JsonObject): void {
  const broken = Object.keys(event).find(
    (part) => Object.hasOwn(requiredEventParts, part) && !isJsonObject(event[part]),
  );
  if (broken !== undefined) {
    throw new UsageError(
      `event.${broken} must be an object but received ${JSON.stringify(event[broken])}.`,
    );
  }
  const belonging = ['secrets', 'configuration'].find((name) => Object.hasOwn(event, name));
  if (belonging !== undefined) {
    throw new UsageError(`event.${belonging} belongs to the Actions: write it beside "event".`);
  }
  const [unknown] = findUnknownFields(event);
  if (!unknown) return;
  const near = findNearName(unknown.path.split('.').at(-1) ?? '', unknown.known);
  throw new UsageError(
    `No event has ${unknown.path}.${near === undefined ? `\nThe fields there are ${unknown.known.join(', ')}.` : ` Did you mean ${near}?`}`,
  );
}

/** Whether an event has everything that each event of the platform has. */
export const isWholeEvent = (event: JsonObject): boolean => listMissingFields(event).length === 0;
