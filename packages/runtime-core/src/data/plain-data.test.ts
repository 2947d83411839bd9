import { expect, it } from 'vitest';
import { freezeDeep, setOwn } from './plain-data.ts';

it('freezes data deeply, and returns it', () => {
  const data = { list: [{ deep: true }], nothing: null, text: 'text' };

  expect(freezeDeep(data)).toBe(data);
  expect([data, data.list, data.list[0]].every(Object.isFrozen)).toBe(true);
});

it.each([null, undefined, 'text', 7, true])('returns %j unchanged', (value) => {
  expect(freezeDeep(value)).toBe(value);
});

it('does not look into objects that are already frozen', () => {
  const inner = { open: true };
  freezeDeep(Object.freeze({ inner }));

  expect(Object.isFrozen(inner)).toBe(false);
});

const cycle: unknown[] = [];
cycle.push(cycle);
/** An array nested this many levels deep. */
const nest = (levels: number): unknown => (levels === 1 ? [] : [nest(levels - 1)]);

it.each<[string, unknown, string]>([
  ['a BigInt', [1n], 'JSON cannot represent a BigInt'],
  ['a cycle', cycle, 'it is nested deeper than 512 levels'],
  ['one level too many', nest(513), 'it is nested deeper than 512 levels'],
])('throws for %s', (_, data, message) => {
  expect(() => freezeDeep(data)).toThrow(message);
});

it('accepts 512 levels', () => {
  expect(() => freezeDeep(nest(512))).not.toThrow();
});

it('M8: __proto__ is a property like any other, and does not set the prototype', () => {
  const target: Record<string, unknown> = {};
  setOwn(target, 'plan', 'free');
  setOwn(target, '__proto__', 'free');

  expect(Object.getOwnPropertyDescriptor(target, '__proto__')).toEqual(
    Object.getOwnPropertyDescriptor(target, 'plan'),
  );
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
});
