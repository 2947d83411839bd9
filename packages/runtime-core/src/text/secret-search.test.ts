import { expect, it } from 'vitest';
import { createSecretSearch, redactText, type SecretSearch } from './secret-search.ts';

const searchFor = (secrets: Readonly<Record<string, string>>): SecretSearch =>
  createSecretSearch(Object.entries(secrets).map(([name, value]) => ({ name, value })));

it('finds a value of six characters anywhere in a string, and a shorter one only as the whole string', () => {
  const search = searchFor({ SIX: 'abc123', FIVE: 'abc12' });

  expect(search.redact('key abc123.')).toBe('key [secret SIX].');
  expect(search.findIn('key abc123.')).toBe('SIX');
  expect(search.redact('key abc12.')).toBe('key abc12.');
  expect(search.findIn('key abc12.')).toBeUndefined();
  expect(search.redact('abc12')).toBe('[secret FIVE]');
  expect(search.findIn('abc12')).toBe('FIVE');
});

it('leaves other strings unchanged if all values are short', () => {
  const search = searchFor({ PIN: '42' });

  expect(search.redact('the answer is 42')).toBe('the answer is 42');
  expect(search.findIn('the answer is 42')).toBeUndefined();
});

it.each([
  [{ SHORT: 'secret', LONG: 'secret-and-more' }],
  [{ LONG: 'secret-and-more', SHORT: 'secret' }],
])('finds a secret whole if it begins with another', (secrets) => {
  expect(searchFor(secrets).redact('a secret-and-more, a secret')).toBe(
    'a [secret LONG], a [secret SHORT]',
  );
});

it('replaces the leftmost match if two values overlap', () => {
  const search = searchFor({ FIRST: 'abcdef', SECOND: 'bcdefgh' });

  expect(search.redact('abcdefgh, bcdefgh')).toBe('[secret FIRST]gh, [secret SECOND]');
});

it('finds a value as it is inside quotes', () => {
  const search = searchFor({ KEY: 'line 1\n"line 2"' });

  expect(search.redact(JSON.stringify(['before line 1\n"line 2" after']))).toBe(
    '["before [secret KEY] after"]',
  );
});

it('matches the characters of a value literally', () => {
  const search = searchFor({ KEY: 'a.b*c+(d)|[e]\\f/g-h^i$j{k}?' });

  expect(search.redact('is a.b*c+(d)|[e]\\f/g-h^i$j{k}? there')).toBe('is [secret KEY] there');
  expect(search.redact('is aXb')).toBe('is aXb');
});

it('an empty secret is not found in any string', () => {
  const search = searchFor({ EMPTY: '' });

  expect(search.findIn('')).toBeUndefined();
  expect(search.redact('')).toBe('');
});

it('redacts every string of plain data, including keys, and keeps everything else', () => {
  const search = searchFor({ KEY: 'abc123' });
  const data = { list: ['abc123', null, 7, undefined], abc123: { on: true } };

  expect(search.redactData(data)).toEqual({
    list: ['[secret KEY]', null, 7, undefined],
    '[secret KEY]': { on: true },
  });
  expect(search.findIn(data)).toBe('KEY');
  expect(search.findIn([null, 'other'])).toBeUndefined();
});

it('a host can redact a text that is not in an outcome', () => {
  expect(redactText('printed sk-live-4711', [{ name: 'API_KEY', value: 'sk-live-4711' }])).toBe(
    'printed [secret API_KEY]',
  );
});
