import { expect, it } from 'vitest';
import { freezeDeep } from './freeze-deep.ts';

it('freezes data all the way down, and answers it', () => {
  const data = { list: [{ deep: true }], nothing: null, text: 'text' };

  expect(freezeDeep(data)).toBe(data);
  expect([data, data.list, data.list[0]].every(Object.isFrozen)).toBe(true);
});

it.each([null, undefined, 'text', 7, true])('answers %j as it is', (value) => {
  expect(freezeDeep(value)).toBe(value);
});

it('leaves alone what is frozen already, and what is in it', () => {
  const inner = { open: true };
  freezeDeep(Object.freeze({ inner }));

  expect(Object.isFrozen(inner)).toBe(false);
});

const cycle: unknown[] = [];
cycle.push(cycle);
/** A list in a list, and so on. */
const nest = (levels: number): unknown => (levels === 1 ? [] : [nest(levels - 1)]);

it.each<[string, unknown, string]>([
  ['a BigInt', [1n], 'JSON cannot represent a BigInt'],
  ['a cycle', cycle, 'it is nested deeper than 512 levels'],
  ['a level too many', nest(513), 'it is nested deeper than 512 levels'],
])('throws for %s', (_, data, message) => {
  expect(() => freezeDeep(data)).toThrow(message);
});

it('takes as many levels as there may be', () => {
  expect(() => freezeDeep(nest(512))).not.toThrow();
});
