import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import { fromDocument, isCacheDocument, toDocument } from './document.ts';

const limits = createLimits();
const read = (text: unknown, now = 0): unknown =>
  Object.fromEntries(fromDocument(text, now, limits));
const document = (...records: readonly unknown[]): string =>
  JSON.stringify({ version: 1, records });

it('C2: what is written is what is read', () => {
  const records = new Map([
    ['a', { value: '1', expires_at: 1_000 }],
    ['b', { value: '', expires_at: 2_000 }],
  ]);

  expect(fromDocument(toDocument(records), 0, limits)).toEqual(records);
});

it('C8: a record that is over is left out, in its last millisecond it is not', () => {
  const text = document(['a', '1', 999], ['b', '2', 1_000]);

  expect(read(text, 1_000)).toEqual({ b: { value: '2', expires_at: 1_000 } });
});

it('C5: no record lives longer than a record can', () => {
  expect(read(document(['a', '1', 9e15]), 5)).toEqual({
    a: { value: '1', expires_at: 86_400_005 },
  });
});

it('C10: a record is frozen: what the cache answers is nobody’s to edit', () => {
  expect(Object.isFrozen(fromDocument(document(['a', '1', 5]), 0, limits).get('a'))).toBe(true);
});

it.each<[string, unknown]>([
  ['no text', 7],
  ['a list', [1, []]],
  ['bytes', Buffer.from(document(['a', '1', 5]))],
  ['no JSON', 'rubbish'],
  ['null', 'null'],
  ['another version', '{"version":2,"records":[["a","1",5]]}'],
  ['no list of records', '{"version":1,"records":{"0":["a","1",5]}}'],
])('C10: %s is an empty cache, and no document', (_, text) => {
  expect(read(text)).toEqual({});
  expect(isCacheDocument(text as string)).toBe(false);
});

it.each<[string, unknown]>([
  ['null', null],
  ['a text', 'a15'],
  ['an object', { 0: 'a', 1: '1', 2: 5, length: 3 }],
  ['too short a list', ['a', '1']],
  ['too long a list', ['a', '1', 5, 5]],
  ['a key that is no text', [1, '1', 5]],
  ['a value that is no text', ['a', 1, 5]],
  ['a time that is no number', ['a', '1', '5']],
  ['a time that is no whole number', ['a', '1', 5.5]],
])('C10: %s among the records is left out, and makes it no document', (_, entry) => {
  const text = document(['z', 'good', 5], entry);

  expect(read(text)).toEqual({ z: { value: 'good', expires_at: 5 } });
  expect(isCacheDocument(text)).toBe(false);
});

it('knows a document, be it an empty one', () => {
  expect(isCacheDocument(document())).toBe(true);
  expect(isCacheDocument(document(['a', '1', 5]))).toBe(true);
});
