import { expect, it } from 'vitest';
import { findPlace, toPlace } from './find-place.ts';

const actions = [
  { file: 'action-0.js', source: 'one\ntwo' },
  { file: 'action-1.js', source: 'one\r\ntwo\n' },
];

it.each([
  ['at action-1.js:3:5', { action: 1, line: 3 }],
  ['at action-1.js:4:5', undefined],
  ['at action-2.js:1:1', undefined],
  ['at action-0.js:0:1', undefined],
  ['at action-7.js:99:1\n at action-0.js:9999:1\n at action-0.js:2:1', { action: 0, line: 2 }],
  ['action-0.js:2\nconst = 1;\n      ^', { action: 0, line: 2 }],
  [undefined, undefined],
])('finds in %j the place %j', (text, place) => {
  expect(findPlace(text, actions)).toEqual(place);
});

it.each([
  [
    { file: 'action-1.js', line: 3, column: 1 },
    { action: 1, line: 3 },
  ],
  [{ file: 'action-1.js', line: 4, column: 1 }, undefined],
  [{ file: 'action-2.js', line: 1, column: 1 }, undefined],
  [{ file: 'action-0.js', line: 0, column: 1 }, undefined],
  [undefined, undefined],
])('turns the call site %j into the place %j', (site, place) => {
  expect(toPlace(site, actions)).toEqual(place);
});

it('tells files apart, whatever their names hold', () => {
  const files = ['/flow/a (1).js', '/a (1).js', '/flow/b+c.js'].map((file) => ({
    file,
    source: 'one\ntwo\n',
  }));

  expect(findPlace('at run (/a (1).js:2:1)', files)).toEqual({ action: 1, line: 2 });
  expect(findPlace('at run (/flow/a (1).js:1:1)', files)).toEqual({ action: 0, line: 1 });
  expect(findPlace('at async /flow/b+c.js:2:1', files)).toEqual({ action: 2, line: 2 });
});

it('finds nothing without Actions', () => {
  expect(findPlace('at action-0.js:1:1', [])).toBeUndefined();
});
