/** Properties of any kind. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns a value that must be an object. Throws a `TypeError` that names it. */
export function readObject(value: unknown, name: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new TypeError(`Failed to read a signup: ${name} must be an object.`);
}

/** Returns a string, or `undefined` if the field is absent, `null` or empty. Throws a `TypeError` for anything else. */
export function readString(object: Fields, name: string): string | undefined {
  const value = object[name] ?? '';
  if (typeof value !== 'string') {
    throw new TypeError(`Failed to read a signup: ${name} must be a string.`);
  }
  return value === '' ? undefined : value;
}

/** Returns a string that must be present. Throws a `TypeError` that names it. */
export function readRequired(object: Fields, name: string): string {
  const value = readString(object, name);
  if (value === undefined) throw new TypeError(`Failed to read a signup: ${name} is missing.`);
  return value;
}

/** Leaves out what is `undefined`: a field that is not known is not in the event. */
export const known = <Value extends Readonly<Record<string, unknown>>>(
  fields: Value,
): { readonly [Field in keyof Value]?: NonNullable<Value[Field]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
