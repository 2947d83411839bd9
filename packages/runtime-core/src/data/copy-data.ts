/**
 * Returns what `structuredClone` returns, several times faster for plain data such as events. If the data has
 * anything else in it (a date, a class, a cycle, the same object twice), `structuredClone` makes the whole copy.
 * Throws if `structuredClone` throws: for functions and symbols.
 */
export function copyData<Data>(data: Data): Data {
  try {
    return copyPlain(data, new Set()) as Data;
  } catch {
    return structuredClone(data);
  }
}

function copyPlain(value: unknown, seen: Set<object>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw notPlain;
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) throw notPlain;
  seen.add(value);
  return Array.isArray(value) ? copyArray(value, seen) : copyObject(value, seen);
}

function copyArray(array: readonly unknown[], seen: Set<object>): unknown {
  // A plain array has neither holes nor own properties beside its items.
  if (Object.keys(array).length !== array.length) throw notPlain;
  return array.map((item) => copyPlain(item, seen));
}

function copyObject(object: object, seen: Set<object>): unknown {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw notPlain;
  if (Object.getOwnPropertySymbols(object).length > 0) throw notPlain;
  // Spreading copies the object's layout at once; only nested values are left to copy.
  const copy: Record<string, unknown> = { ...object };
  for (const key of Object.keys(copy)) {
    const part = copy[key];
    if (!isPrimitive(part)) copy[key] = copyPlain(part, seen);
  }
  return copy;
}

const isPrimitive = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value === undefined;

const notPlain = new TypeError('not plain data');
