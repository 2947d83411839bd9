/** How many items the built-in functions went through while a function ran. */
export interface Counted<Result> {
  readonly result: Result;
  readonly operations: number;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** A built-in function, and how many items one call goes through. */
const counted: readonly [
  owner: object,
  name: string,
  items: (self: unknown, args: readonly unknown[], result: unknown) => unknown,
][] = [
  [JSON, 'stringify', (_, __, text) => lengthOf(text)],
  [JSON, 'parse', (_, [text]) => lengthOf(text)],
  ...['keys', 'values', 'entries', 'fromEntries'].map((name): (typeof counted)[number] => [
    Object,
    name,
    (_, __, list) => lengthOf(list),
  ]),
  [Object, 'freeze', () => 1],
  [Array, 'from', (_, __, list) => lengthOf(list)],
  ...['map', 'filter', 'find', 'some', 'every', 'flatMap', 'slice', 'toSorted', 'reduce'].map(
    (name): (typeof counted)[number] => [Array.prototype, name, (self) => lengthOf(self)],
  ),
  [Array.prototype, 'push', () => 1],
  [Map.prototype, 'set', () => 1],
  [Map.prototype, 'get', () => 1],
  ...['includes', 'indexOf', 'replace', 'split', 'charCodeAt'].map(
    (name): (typeof counted)[number] => [
      String.prototype,
      name,
      (self) => (name === 'charCodeAt' ? 1 : lengthOf(self)),
    ],
  ),
];

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 1;

/**
 * Counts what the built-in functions go through while `run` runs: a measure of work that is the same on every machine. A
 * loop of one's own is seen by what it calls.
 */
export async function countOperations<Result>(
  run: () => Promise<Result>,
): Promise<Counted<Result>> {
  const { stackTraceLimit } = Error;
  // Test runners map the places of a stack, which is far more work than the rest, and not the engine's.
  Error.stackTraceLimit = 0;
  let operations = 0;
  const restores = counted.map(([owner, name, items]) => {
    const target = owner as Record<string, Method>;
    const original = target[name] as Method;
    target[name] = function count(...args) {
      const result: unknown = Reflect.apply(original, this, args);
      operations += items(this, args, result) as number;
      return result;
    };
    return () => {
      target[name] = original;
    };
  });
  try {
    return { result: await run(), operations };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    for (const restore of restores) restore();
  }
}
