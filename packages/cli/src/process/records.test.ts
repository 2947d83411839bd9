import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { parseRecord } from './records.ts';

const toText = (record: unknown): string => `\0record ${serialize(record).toString('base64')}\0\n`;
const record = { result: { type: 'died' }, isMarked: true, isReusable: true };

it.each([
  ['no base64', '\0record not base64\0\n'],
  ['nothing', '\0record \0\n'],
  ['a string', toText('allowed')],
  ['null', toText(null)],
  ['a record without a result', toText({ result: null, isMarked: true })],
  ['only its beginning', '\0record '],
])('what an Action wrote like a record, with %s, is skipped', (_, written) => {
  const text = `\n{}\n${written}${toText(record)}rest`;

  expect(parseRecord(text)).toEqual({ before: `\n{}\n${written}`, record, rest: 'rest' });
  expect(parseRecord(written)).toBeUndefined();
});
