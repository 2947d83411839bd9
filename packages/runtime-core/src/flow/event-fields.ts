import { eventShape, type FieldKinds } from './event-shape.ts';

/** A field that no event has. */
export interface UnknownField {
  /** Where it is: `event.user.emial`. */
  readonly path: string;
  /** The fields that its object has. */
  readonly known: readonly string[];
}

/** What an Action finds in its event: the signup, and its own settings, whose properties have any name. */
const fields: FieldKinds = { ...eventShape, secrets: 'open', configuration: 'open' };

/**
 * Finds the fields of an event, or of a part of one, that no event has: misspelt ones, and those of other triggers.
 *
 * @internal
 */
export function findUnknownFields(event: object): readonly UnknownField[] {
  const found: UnknownField[] = [];
  findIn('event', event, fields, found);
  return found;
}

function findIn(path: string, part: object, shape: FieldKinds, found: UnknownField[]): void {
  for (const name of Object.keys(part)) {
    if (!Object.hasOwn(shape, name)) {
      found.push({ path: `${path}.${name}`, known: Object.keys(shape) });
      continue;
    }
    const kind = shape[name];
    if (typeof kind !== 'object') continue;
    const value: unknown = (part as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'object' && value !== null) findIn(`${path}.${name}`, value, kind, found);
  }
}
