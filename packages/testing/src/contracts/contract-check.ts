/** One check of a contract, to turn into a test with `it(name, check)`. */
export interface ContractCheck {
  /** A sentence that states the rule, with its ids. */
  readonly name: string;
  /** Resolves if the rule holds; rejects with the difference if it does not. */
  readonly check: () => Promise<void>;
}

/** Throws if a host or a store differs from its contract. `what` names the value in the message. */
export function assertEqual(actual: unknown, expected: unknown, what: string): void {
  const [received, wanted] = [toComparable(actual), toComparable(expected)];
  if (received === wanted) return;
  throw new Error(
    `Failed to meet the contract: ${what} must be ${wanted} but received ${received}.`,
  );
}

/** As JSON with its keys in order, so that equal data gives equal strings; includes own `__proto__` keys. */
const toComparable = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ) ?? 'undefined';
