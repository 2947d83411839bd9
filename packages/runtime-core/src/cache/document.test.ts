import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import { ageDocument, fromDocument, isCacheDocument, toDocument } from './document.ts';

const limits = createLimits();
const read = (text: unknown, now = 0): unknown =>
  Object.fromEntries(fromDocument(text, now, limits));
const document = (...records: readonly unknown[]): string =>
  JSON.stringify({ version: 1, records });

it('C2: a document contains the records that it was made of', () => {
  const records = new Map([
    ['a', { value: '1', expires_at: 1_000 }],
    ['b', { value: '', expires_at: 2_000 }],
  ]);

  expect(fromDocument(toDocument(records), 0, limits)).toEqual(records);
});

it('C8: an expired record is dropped, and one in its last millisecond is not', () => {
  const text = document(['a', '1', 999], ['b', '2', 1_000]);

  expect(read(text, 1_000)).toEqual({ b: { value: '2', expires_at: 1_000 } });
});

it('C4: a record that has aged was written earlier, and expires earlier', () => {
  const text = document(['a', '1', 1_000], ['b', '2', 90_000, 3_600]);

  expect(ageDocument(text, 600, limits)).toBe(document(['a', '1', 400], ['b', '2', 89_400, 3_000]));
});

it('C5: lifetimes are limited', () => {
  expect(read(document(['a', '1', 9e15]), 5)).toEqual({
    a: { value: '1', expires_at: 86_400_005 },
  });
});

it('C10: a record is frozen, because Actions receive it', () => {
  expect(Object.isFrozen(fromDocument(document(['a', '1', 5]), 0, limits).get('a'))).toBe(true);
});

it.each<[string, unknown]>([
  ['a number', 7],
  ['an array', [1, []]],
  ['bytes', Buffer.from(document(['a', '1', 5]))],
  ['something else than JSON', 'rubbish'],
  ['null', 'null'],
  ['another version', '{"version":2,"records":[["a","1",5]]}'],
  ['an object of records', '{"version":1,"records":{"0":["a","1",5]}}'],
])('C10: %s is an empty cache, and not a document', (_, text) => {
  expect(read(text)).toEqual({});
  expect(isCacheDocument(text as string)).toBe(false);
});

it.each<[string, unknown]>([
  ['null', null],
  ['a string', 'a15'],
  ['an object', { 0: 'a', 1: '1', 2: 5, length: 3 }],
  ['an array that is too short', ['a', '1']],
  ['an array that is too long', ['a', '1', 5, 5, 5]],
  ['a write time that is not a number', ['a', '1', 5, '5']],
  ['a key that is not a string', [1, '1', 5]],
  ['a value that is not a string', ['a', 1, 5]],
  ['a time that is not a number', ['a', '1', '5']],
  ['a time that is not an integer', ['a', '1', 5.5]],
])('C10: %s among the records is dropped, and makes the document invalid', (_, entry) => {
  const text = document(['z', 'good', 5], entry);

  expect(read(text)).toEqual({ z: { value: 'good', expires_at: 5 } });
  expect(isCacheDocument(text)).toBe(false);
});

it('accepts a document, even an empty one', () => {
  expect(isCacheDocument(document())).toBe(true);
  expect(isCacheDocument(document(['a', '1', 5], ['b', '1', 5, 4]))).toBe(true);
});
