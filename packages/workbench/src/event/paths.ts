// The parts of plain data by their paths. Nothing is changed in place: the events of a file may share parts.
import { isJsonObject } from '../files/json.ts';

/** The value at a path in plain data; absent if there is none. */
export const readPath = (whole: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, key) => (isJsonObject(part) && Object.hasOwn(part, key) ? part[key] : undefined),
    whole,
  );

/** A copy of plain data with a value at a path. Creates the parts that are absent. */
export function writePath(
  whole: unknown,
  [key, ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (key === undefined) return value;
  const before = isJsonObject(whole) ? whole : {};
  const part = Object.hasOwn(before, key) ? before[key] : undefined;
  return { ...before, [key]: writePath(part, rest, value) };
}

/** A copy of plain data without what is at a path. */
export function removePath(whole: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (!isJsonObject(whole) || !Object.hasOwn(whole, key)) return whole;
  const { [key]: part, ...others } = whole;
  return rest.length === 0 ? others : { ...others, [key]: removePath(part, rest) };
}
