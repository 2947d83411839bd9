/** Far fewer than a stack can hold: code that walks an outcome later must not overflow it. */
const maxLevels = 512;

/**
 * Freezes plain data deeply, and returns it. Throws for what JSON cannot represent: a BigInt, a cycle, or more
 * than 512 levels.
 */
export function freezeDeep<Data>(data: Data, levels: number = maxLevels): Data {
  if (typeof data === 'bigint') throw new TypeError('JSON cannot represent a BigInt');
  // Primitives count as frozen.
  if (Object.isFrozen(data)) return data;
  if (levels === 0) throw new RangeError(`it is nested deeper than ${maxLevels} levels`);
  // The object itself is frozen last, so that a cycle hits the limit of levels.
  for (const part of Object.values(data as object)) freezeDeep(part, levels - 1);
  return Object.freeze(data);
}

/**
 * Sets an own property of the object: `__proto__` is a key like any other (M8).
 *
 * @internal
 */
export function setOwn<Value>(target: Record<string, Value>, key: string, value: Value): void {
  if (key !== '__proto__') target[key] = value;
  else
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}
