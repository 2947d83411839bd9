/** Throws where the host differs from the contract. */
export function demand(actual: unknown, expected: unknown, what: string): void {
  const [received, wanted] = [toText(actual), toText(expected)];
  if (received !== wanted) {
    throw new Error(`${what}: expected ${wanted} but received ${received}.`);
  }
}

/** As JSON with the keys in order, so that equal data is equal text; own `__proto__` keys included. */
const toText = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ) ?? 'nothing';
