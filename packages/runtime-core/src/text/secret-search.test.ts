import { inspect } from 'node:util';
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

it('replaces everything that overlapping values cover, under the name of the first', () => {
  const search = searchFor({ FIRST: 'abcdef', SECOND: 'bcdefgh', AAA: 'aaaaaa', AB: 'xyxyxyx' });

  expect(search.redact('abcdefgh, bcdefgh')).toBe('[secret FIRST], [secret SECOND]');
  expect(search.redact('aaaaaaaaab')).toBe('[secret AAA]b');
  expect(search.redact('-xyxyxyxyxyxyxyx-')).toBe('-[secret AB]-');
  expect(search.redact('xyxyxyxy-')).toBe('[secret AB]y-');
  expect(search.redact('abcdefabcdef')).toBe('[secret FIRST][secret FIRST]');
});

it.each([
  ['a line of a value', '-----BEGIN-----\r\nMIIBVgIBADAN\r\n', 'has MIIBVgIBADAN in it'],
  ['a value without the white space around it', 'hunter2hunter2\n', 'is hunter2hunter2'],
  ['a value that has lost its control characters', 'hunt\u001b[0mer2', 'is hunt[0mer2'],
  ['a value that has lost its escape sequences', 'hunt\u001b[0mer2', 'is hunter2'],
  ['a value in the quotes of util.inspect', `it's "a" \`key\``, inspect(`is it's "a" \`key\``)],
  ['a value that only those quotes escape', 'del\u007fete\u0085', inspect('is del\u007fete\u0085')],
  ['a value with an escape in those quotes', 'p"q\r\u0001s', inspect('is p"q\r\u0001s')],
])('finds %s', (_, value, text) => {
  const search = searchFor({ KEY: value });

  expect(search.redact(text)).toMatch(/^\W?(is|has) \[secret KEY\]/);
  expect(search.findIn(text)).toBe('KEY');
});

it('takes no more steps for values that repeat themselves', () => {
  const value = 'a'.repeat(4_000);
  const search = searchFor({ A: value, B: `${value}b`, C: 'ab'.repeat(2_000) });

  // Comparing the value anew at each position would take four thousand million steps.
  expect(search.redact('a'.repeat(1_000_000))).toBe('[secret A]');
  expect(search.redact('ab'.repeat(500_000))).toBe('[secret C]');
});

it('replaces a number that is the value of a secret', () => {
  const search = searchFor({ PIN: '1234', EMPTY: ' ' });

  expect(search.redactData({ pin: 1234, list: [0, 12_345] })).toEqual({
    pin: '[secret PIN]',
    list: [0, 12_345],
  });
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
  expect(search.redactData({ '': [''] })).toEqual({ '': [''] });
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

it('a list of secrets that changes is searched for as it is now', () => {
  const secrets = [{ name: 'API_KEY', value: 'sk-live-4711' }];
  redactText('', secrets);
  secrets[0]!.value = 'sk-live-4712';

  expect(redactText('sk-live-4711 sk-live-4712', secrets)).toBe('sk-live-4711 [secret API_KEY]');
  secrets[0]!.name = 'OTHER_KEY';
  expect(redactText('sk-live-4712', secrets)).toBe('[secret OTHER_KEY]');
  secrets.push({ name: 'NEW_KEY', value: 'sk-live-4711' });
  expect(redactText('sk-live-4711 sk-live-4712', secrets)).toBe(
    '[secret NEW_KEY] [secret OTHER_KEY]',
  );
});
