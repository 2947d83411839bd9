import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyData } from './copy-data.ts';

const anything = fc.anything({
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

// oxlint-disable-next-line vitest/expect-expect -- the runner's own equality ignores `__proto__`
it('returns what structuredClone returns', () => {
  fc.assert(
    fc.property(anything, (data) => {
      // The same object twice, with plain data around it.
      const shared = { data, plain: { list: [data, 1] } };

      deepStrictEqual(copyData(data), structuredClone(data));
      deepStrictEqual(copyData(shared), structuredClone(shared));
    }),
    { numRuns: fc.readConfigureGlobal()?.numRuns ?? 1_000 },
  );
});

it('copies an object that occurs twice once', () => {
  const part = { list: [1] };

  const { first, second } = copyData({ first: part, second: part });

  expect(first).toBe(second);
});

it('keeps a cycle, and copies an object that occurs twice in it once', () => {
  const part = { list: [1] };
  const cycle: Record<string, unknown> = { first: part, second: part };
  cycle['self'] = cycle;

  const copy = copyData(cycle);

  expect(copy['first']).toBe(copy['second']);
  expect(copy['self']).toBe(copy);
  expect(copy['first']).not.toBe(part);
});

it.each<[string, unknown]>([
  // oxlint-disable-next-line no-sparse-arrays -- the subject of this case
  ['an array with holes', [1, , 3]],
  ['an array with own properties', Object.assign([1], { more: true })],
  ['a property with a symbol as its key', { [Symbol('mark')]: 1, a: 1 }],
  ['a date', { at: new Date(0) }],
  ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
  [
    'an instance of a class',
    new (class Point {
      x = 1;
    })(),
  ],
])('copies %s as structuredClone does', (_, data) => {
  expect(copyData({ data })).toStrictEqual(structuredClone({ data }));
});

it('returns a mutable copy of frozen data', () => {
  const copy = copyData(Object.freeze({ list: Object.freeze([1]) })) as { list: number[] };

  copy.list.push(2);

  expect(copy).toEqual({ list: [1, 2] });
});

it.each([
  ['a function', { handler: () => {} }],
  ['a symbol', { symbol: Symbol('mark') }],
])('throws for %s, as structuredClone does', (_, data) => {
  expect(() => copyData(data)).toThrow('could not be cloned');
});

it('throws what a getter throws', () => {
  const data = {
    get email(): string {
      throw new RangeError('not now');
    },
  };

  expect(() => copyData(data)).toThrow(new RangeError('not now'));
});

it('treats data deeper than the stack as structuredClone does', () => {
  let deep: unknown = 'bottom';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];

  expect(outcomeOf(() => copyData(deep))).toEqual(outcomeOf(() => structuredClone(deep)));
});

const outcomeOf = (run: () => unknown): string => {
  try {
    run();
    return 'copied';
  } catch (error) {
    return (error as Error).name;
  }
};
