import { expect, it } from 'vitest';
import { findPlace } from './find-place.ts';

const actions = [{ source: 'one\ntwo' }, { source: 'one\r\ntwo\n' }];

it.each([
  ['at action-1.js:3:5', { action: 1, line: 3 }],
  ['at action-1.js:4:5', undefined],
  ['at action-2.js:1:1', undefined],
  ['at action-0.js:0:1', undefined],
  ['at action-7.js:99:1\n at action-0.js:9999:1\n at action-0.js:2:1', { action: 0, line: 2 }],
  [undefined, undefined],
])('finds in %j the place %j', (text, place) => {
  expect(findPlace(text, actions)).toEqual(place);
});
