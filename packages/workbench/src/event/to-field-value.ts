import type { FieldKind, FieldKinds } from '@signup-actions/runtime-core/internal';
import { isJsonObject, parseJsonIfValid } from '../files/json.ts';
import { UsageError } from '../files/usage-error.ts';

/** A field of the event that is to be set. */
export interface Field {
  readonly path: readonly string[];
  /** What the field takes. */
  readonly kind: FieldKind | FieldKinds;
  /** Its value in the event, whose type takes precedence over the kind. */
  readonly before: unknown;
}

/** Converts what the user typed to a value that the field takes. Throws a {@link UsageError} if it does not fit. */
export function toFieldValue(text: string, { path, kind, before }: Field): unknown {
  const reading = readings[kindOf(before) ?? (typeof kind === 'string' ? kind : 'object')];
  const value = reading.read(text);
  if (value !== undefined) return value;
  throw new UsageError(
    `Failed to set ${path.join('.')}: it must be ${reading.takes} but received ${JSON.stringify(text)}.`,
  );
}

interface Reading {
  /** The values that it accepts, for a message. */
  readonly takes: string;
  /** The value of what the user typed; undefined if it does not fit. */
  readonly read: (text: string) => unknown;
}

const readings: Readonly<Record<FieldKind | 'list' | 'object', Reading>> = {
  boolean: {
    takes: 'true or false',
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
  list: { takes: 'a JSON array', read: (text) => onlyIf(Array.isArray, parseJsonIfValid(text)) },
  number: {
    takes: 'a number',
    read: (text) => onlyIf(Number.isFinite, text.trim() === '' ? undefined : Number(text)),
  },
  object: { takes: 'a JSON object', read: (text) => onlyIf(isJsonObject, parseJsonIfValid(text)) },
  // Forms post strings, so a number or a word stays one. Quotes, brackets and braces are JSON.
  texts: {
    takes: 'a string',
    read(text) {
      const json = parseJsonIfValid(text);
      return typeof json === 'string' || (typeof json === 'object' && json !== null) ? json : text;
    },
  },
  // A field of any name takes any value; if it is valid JSON, it is read as JSON.
  open: { takes: 'any value', read: (text) => parseJsonIfValid(text) ?? text },
  string: { takes: 'a string', read: (text) => text },
  strings: {
    takes: 'a comma-separated list',
    read: (text) =>
      onlyIf(Array.isArray, parseJsonIfValid(text)) ??
      text.split(',').filter((item) => item !== ''),
  },
};

function kindOf(value: unknown): FieldKind | 'list' | 'object' | undefined {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      if (value === null) return undefined;
      if (!Array.isArray(value)) return 'object';
      return value.every((item) => typeof item === 'string') ? 'strings' : 'list';
    default:
      return undefined;
  }
}

const onlyIf = (is: (value: unknown) => boolean, value: unknown): unknown =>
  is(value) ? value : undefined;
