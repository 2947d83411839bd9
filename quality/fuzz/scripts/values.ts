import fc from 'fast-check';
import type { Value } from './script.ts';

const explode = (): never => {
  throw new Error('exploded');
};

function nest(levels: number): unknown {
  let nested: unknown = [];
  for (let level = 1; level < levels; level += 1) nested = level % 2 ? { nested } : [nested];
  return nested;
}

function createCycle(): unknown {
  const cycle: Record<string, unknown> = {};
  return Object.assign(cycle, { cycle });
}

function createRevoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** What careless or hostile code passes: each as it is written, and made anew each time. */
const makers: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  '-Infinity': () => -Infinity,
  '-0': () => -0,
  '7n': () => 7n,
  "Symbol('mark')": () => Symbol('mark'),
  '() => 1': () => () => 1,
  'new Date(0)': () => new Date(0),
  'new Date(NaN)': () => new Date(Number.NaN),
  "new Map([['a', 1]])": () => new Map([['a', 1]]),
  'new Set([1])': () => new Set([1]),
  '/x/': () => /x/,
  'new Uint8Array(2)': () => new Uint8Array(2),
  "new Error('sk-live-0123456789 boom')": () => new Error('sk-live-0123456789 boom'),
  'Promise.resolve(1)': () => Promise.resolve(1),
  "Object('boxed')": () => Object('boxed'),
  'Object(1n)': () => Object(1n),
  'Object.create(null)': () => Object.create(null) as unknown,
  '[, 1]': () => Array.from({ length: 2, 1: 1 }, (item) => item),
  '{ a: undefined }': () => ({ a: undefined, b: 1 }),
  '[undefined, NaN, -0]': () => [undefined, Number.NaN, -0],
  '{ a: { b: 7n } }': () => ({ a: { b: 7n } }),
  'a cycle': createCycle,
  '100 levels': () => nest(100),
  '512 levels': () => nest(512),
  '513 levels': () => nest(513),
  '9,000 levels': () => nest(9_000),
  '{ toString() { throw … } }': () => ({ toString: explode }),
  '{ toString: () => ({}) }': () => ({ toString: () => ({}), valueOf: () => ({}) }),
  '{ get a() { throw … } }': () =>
    Object.defineProperty({}, 'a', { get: explode, enumerable: true }),
  '{ get a() { return 1 } }': () =>
    Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }),
  '{ toJSON() { throw … } }': () => ({ toJSON: explode }),
  '{ toJSON: () => null }': () => ({ toJSON: () => null }),
  '{ toJSON: () => undefined }': () => ({ toJSON: () => undefined }),
  "{ toJSON: () => 'text' }": () => ({ toJSON: () => 'text' }),
  // oxlint-disable-next-line unicorn/no-thenable -- what a handler may pass
  '{ then: 1 }': () => ({ ['then']: 1 }),
  'a Proxy that throws': () => new Proxy({}, new Proxy({}, { get: () => explode })),
  'a revoked Proxy': createRevoked,
};

/** A value that prints as its source. */
const toValue = (source: string, make: () => unknown): Value => ({ source, make });

/** Plain data, made anew each time. */
export const toData = (data: unknown): Value => {
  const source = data === undefined ? 'undefined' : JSON.stringify(data);
  const isObject = typeof data === 'object' && data !== null;
  return toValue(source, isObject ? () => JSON.parse(source) as unknown : () => data);
};

/** A long string that repeats one character. */
export const repeated = (character: string, times: number): Value =>
  toValue(`${JSON.stringify(character)}.repeat(${times})`, () => character.repeat(times));

export const hostileValue: fc.Arbitrary<Value> = fc.constantFrom(
  ...Object.entries(makers).map(([source, make]) => toValue(source, make)),
);
