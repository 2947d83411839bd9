import type { SignupEvent } from '@signup-actions/runtime-core';
import {
  eventShape,
  requiredEventParts,
  type FieldKind,
  type FieldKinds,
} from '@signup-actions/runtime-core/internal';
import { isJsonObject } from '../files/json.ts';
import { UsageError } from '../files/usage-error.ts';
import { readPath, removePath, writePath } from './paths.ts';
import { toFieldValue } from './to-field-value.ts';

/** The event with the fields that the user typed as `path=value`, such as `user.email=ada@example.com`. */
export const setFields = (event: SignupEvent, fields: readonly string[]): SignupEvent =>
  fields.reduce(setField, event);

/** The event without the fields at these paths, such as `user.email`. */
export const unsetFields = (event: SignupEvent, paths: readonly string[]): SignupEvent =>
  paths.reduce((rest, typed) => {
    const path = typed.split('.');
    findKind(path, 'unset');
    const [part = '', field] = path;
    const required = requiredEventParts[part];
    if (required && (field === undefined || (path.length === 2 && required.includes(field)))) {
      throw new UsageError(`Failed to unset ${typed}: every event has it.`);
    }
    return removePath(rest, path) as SignupEvent;
  }, event);

function setField(event: SignupEvent, field: string): SignupEvent {
  const at = field.indexOf('=');
  if (at <= 0) {
    throw new UsageError(
      `Failed to read --set ${field}: it must be PATH=VALUE, such as user.email=ada@example.com.`,
    );
  }
  const path = field.slice(0, at).split('.');
  const before = readPath(event, path);
  const value = toFieldValue(field.slice(at + 1), { path, kind: findKind(path), before });
  return writePath(event, path, value) as SignupEvent;
}

/** The event with a value at a path such as `user.email`. Throws a {@link UsageError} for a value of another kind. */
export function setValue(event: SignupEvent, typed: string, value: unknown): SignupEvent {
  const path = typed.split('.');
  const kind = findKind(path);
  const wanted = kind === 'boolean' || kind === 'number' || kind === 'string' ? kind : undefined;
  const isWrong =
    (wanted !== undefined && typeof value !== wanted) ||
    (kind === 'strings' && !Array.isArray(value)) ||
    (typeof kind === 'object' && path.length === 1 && !isJsonObject(value));
  if (!isWrong) return writePath(event, path, value) as SignupEvent;
  const rule = wanted === undefined ? (kind === 'strings' ? 'a list' : 'an object') : `a ${wanted}`;
  throw new UsageError(
    `Failed to set ${typed}: it must be ${rule} but received ${JSON.stringify(value)}.`,
  );
}

/** The kind of the field at this path; for a part of the event, the kinds of its fields. */
function findKind(path: readonly string[], attempt = 'set'): FieldKind | FieldKinds {
  let kind: FieldKind | FieldKinds = eventShape;
  for (const [depth, key] of path.entries()) {
    if (isOpen(kind)) return kind;
    const parent = depth === 0 ? 'the event' : path.slice(0, depth).join('.');
    if (typeof kind === 'string') {
      throw new UsageError(`Failed to ${attempt} ${path.join('.')}: ${parent} has no fields.`);
    }
    const next: FieldKind | FieldKinds | undefined = Object.hasOwn(kind, key)
      ? kind[key]
      : undefined;
    if (next === undefined && depth === 0 && key === 'secrets') {
      throw new UsageError(
        `Failed to ${attempt} ${path.join('.')}: secrets belong to the Actions; use --secret NAME=VALUE.`,
      );
    }
    if (next === undefined && depth === 0 && key === 'configuration') {
      throw new UsageError(
        `Failed to ${attempt} ${path.join('.')}: the configuration belongs to the Actions; use --configuration NAME=VALUE.`,
      );
    }
    if (next === undefined) {
      throw new UsageError(
        `Failed to ${attempt} ${path.join('.')}: ${parent} has no ${key === '' ? 'field without a name' : `field ${key}`}, only ${Object.keys(kind).join(', ')}.`,
      );
    }
    kind = next;
  }
  // A part whose fields are open is an object all the same.
  return isOpen(kind) ? {} : kind;
}

const isOpen = (kind: FieldKind | FieldKinds): boolean => kind === 'open' || kind === 'texts';
