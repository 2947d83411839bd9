import type { SignupEvent } from '@signup-actions/runtime-core';
import { UsageError } from '../usage-error.ts';
import { findKind } from './find-kind.ts';
import { toFieldValue } from './to-field-value.ts';

/** The event with the fields that were typed as `path=value`, such as `user.email=ada@example.com`. */
export const setFields = (event: SignupEvent, fields: readonly string[]): SignupEvent =>
  fields.reduce(setField, event);

function setField(event: SignupEvent, field: string): SignupEvent {
  const at = field.indexOf('=');
  if (at <= 0) {
    throw new UsageError(
      `Failed to read --set ${field}: it is written PATH=VALUE, as in user.email=ada@example.com.`,
    );
  }
  const path = field.slice(0, at).split('.');
  const before = readPath(event, path);
  const value = toFieldValue(field.slice(at + 1), { path, kind: findKind(path), before });
  return writePath(event, path, value) as SignupEvent;
}

const readPath = (whole: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, key) => (isObject(part) && Object.hasOwn(part, key) ? part[key] : undefined),
    whole,
  );

/** A copy, since events of one file may share their parts; parts that are absent come to be. */
function writePath(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const before = isObject(whole) ? whole : {};
  const part = Object.hasOwn(before, key) ? before[key] : undefined;
  return { ...before, [key]: writePath(part, rest, value) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
