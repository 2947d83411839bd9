import fc from 'fast-check';

function explode(): never {
  throw new Error('exploded');
}

/** Arguments that are no texts; made anew each time, since some cannot even be looked at. */
const makers = {
  undefined: () => undefined,
  null: () => null,
  symbol: () => Symbol('reason'),
  bigint: () => 7n,
  error: () => new Error('reason'),
  promise: () => Promise.resolve('reason'),
  bare: () => Object.create(null) as unknown,
  unprintable: () => ({ toString: explode }),
  trapped: () => new Proxy({}, new Proxy({}, { get: () => explode })),
} satisfies Record<string, () => unknown>;

/** Makes what careless or hostile code passes in place of a text. */
export const hostileArgument = (): fc.Arbitrary<() => unknown> =>
  fc
    .constantFrom(...(Object.keys(makers) as (keyof typeof makers)[]))
    .map((name) => Object.assign(() => makers[name](), { [fc.toStringMethod]: () => name }));
