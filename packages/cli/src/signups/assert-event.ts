import { type SignupEvent } from '@signup-actions/runtime-core';
import { requiredEventParts } from '@signup-actions/runtime-core/internal';
import { UsageError } from '../usage-error.ts';

/** Checks the fields that every event of the platform has. */
export function assertEvent(event: unknown, where: string): asserts event is SignupEvent {
  if (!isObject(event)) {
    throw new UsageError(`Failed to read ${where}: an event is a JSON object.`);
  }
  const missing = Object.entries(requiredEventParts).flatMap(([part, fields]) => {
    const value = event[part];
    if (!isObject(value)) return [part];
    return fields.filter((field) => value[field] === undefined).map((field) => `${part}.${field}`);
  });
  if (missing.length === 0) return;
  throw new UsageError(`Failed to read ${where}: the event lacks ${missing.join(', ')}.`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
