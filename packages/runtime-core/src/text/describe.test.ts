import { expect, it } from 'vitest';
import { describe } from './describe.ts';

const explode = (): never => {
  throw new Error('no');
};

it.each<[string, unknown]>([
  ['"text"', 'text'],
  [`"${'x'.repeat(60)}"`, 'x'.repeat(60)],
  ['a string of 61 characters', 'x'.repeat(61)],
  ['7', 7],
  ['true', true],
  ['undefined', undefined],
  ['null', null],
  ['Symbol(mark)', Symbol('mark')],
  ['a BigInt', 7n],
  ['a function', () => {}],
  ['a function check', function check() {}],
  ['an array of 2', [1, 2]],
  ['an object', { a: 1 }],
  ['an object', Object.create(null)],
  ['a Date', new Date(0)],
  ['an Error', new Error('no')],
  ['an Int8Array', new Int8Array(1)],
  ['a BigInt64Array', new BigInt64Array(1)],
  ['[unprintable]', new Proxy({}, { get: explode })],
])('describes a value as %s', (words, value) => {
  expect(describe(value)).toBe(words);
});
