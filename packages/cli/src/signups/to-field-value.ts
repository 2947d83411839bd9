import { UsageError } from '../usage-error.ts';
import type { FieldKind, FieldKinds } from '@signup-actions/workbench';

/** Where a text is to be written. */
export interface Field {
  readonly path: readonly string[];
  /** What the field takes. */
  readonly kind: FieldKind | FieldKinds;
  /** What the event has there now: its type goes before the field's kind. */
  readonly before: unknown;
}

/** A typed text as the value that the field takes. */
export function toFieldValue(text: string, { path, kind, before }: Field): unknown {
  const reading = readings[kindOf(before) ?? (typeof kind === 'string' ? kind : 'object')];
  const value = reading.read(text);
  if (value !== undefined) return value;
  throw new UsageError(
    `Failed to set ${path.join('.')}: it takes ${reading.takes} but received ${JSON.stringify(text)}.`,
  );
}

interface Reading {
  readonly takes: string;
  /** The value of a text; nothing where it is none. */
  readonly read: (text: string) => unknown;
}

const readings: Readonly<Record<FieldKind | 'list' | 'object', Reading>> = {
  boolean: {
    takes: 'true or false',
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
  list: { takes: 'a JSON array', read: (text) => onlyIf(Array.isArray, parseJson(text)) },
  number: {
    takes: 'a number',
    read: (text) => onlyIf(Number.isFinite, text.trim() === '' ? undefined : Number(text)),
  },
  object: { takes: 'a JSON object', read: (text) => onlyIf(isObject, parseJson(text)) },
  // What nobody lists takes any value: JSON where the text is JSON.
  open: { takes: 'any value', read: (text) => parseJson(text) ?? text },
  string: { takes: 'a text', read: (text) => text },
  strings: {
    takes: 'texts with commas between',
    read: (text) =>
      onlyIf(Array.isArray, parseJson(text)) ?? text.split(',').filter((item) => item !== ''),
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

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
