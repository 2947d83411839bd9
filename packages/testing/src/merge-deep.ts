type Parts = Record<string, unknown>;

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of `base` with `overrides` laid over it; `undefined` takes a part out. Neither is changed. */
export function mergeDeep(base: unknown, overrides: unknown): unknown {
  if (!isParts(overrides)) return structuredClone(overrides);
  const merged = new Map<string, unknown>(
    Object.entries(structuredClone(isParts(base) ? base : {})),
  );
  for (const [key, override] of Object.entries(overrides)) {
    if (override === undefined) merged.delete(key);
    else merged.set(key, mergeDeep(merged.get(key), override));
  }
  // `fromEntries` defines properties, so that `__proto__` is a key like any other.
  return Object.fromEntries(merged);
}
