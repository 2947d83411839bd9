import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog, createLogConsole } from '../src/create-log.ts';
import { maxLineCharacters, readLines } from '../src/read-lines.ts';

const lines: string[] = [];
const secrets = {
  API_KEY: 'sk_live_4711',
  STATUS: 'allowed',
  PEM: 'BEGIN KEY\nMIIEvQIBADAN\nEND KEY',
};
const now = () => new Date('2026-01-02T03:04:05Z');
const log = createLog({ secrets, now, write: (line) => void lines.push(line) });
const read = (): Record<string, string> => JSON.parse(lines.at(-1)!);

it('an entry has a time, our words as they are, and the texts of others without secrets', () => {
  log({ type: 'ss', status: 'allowed' }, { text: 'allowed', more: 'key=sk_live_4711;' });

  expect(read()).toEqual({
    time: '2026-01-02T03:04:05.000Z',
    type: 'ss',
    status: 'allowed',
    text: '[secret STATUS]',
    more: 'key=[secret API_KEY];',
  });
});

it('a line of a secret that has several lines is replaced, too', () => {
  log({ type: 'printed' }, { text: '  MIIEvQIBADAN' });

  expect(read()['text']).toBe('  [secret PEM]');
});

it('no character begins another line or reaches a terminal', () => {
  log({ type: 'printed' }, { text: 'a\nb\rc\u0085d\u2028e\u001b[2J\u009b2J' });

  expect(lines.at(-1)).toMatch(/^[\x20-\x7e]+$/);
  expect(read()['text']).toBe('a\nb\rc\u0085d\u2028e\u001b[2J\u009b2J');
});

it('a secret at the end of a line that is cut is not in the log', async () => {
  const line = `${'x'.repeat(maxLineCharacters - 6)}sk_live_4711 and more`;
  await new Promise<void>((resolve) => {
    readLines(Readable.from([line.slice(0, 99), line.slice(99), '\nnext']), (text) => {
      log({ type: 'printed' }, { text });
      if (text === 'next') resolve();
    });
  });

  const cut = JSON.parse(lines.at(-2)!).text;
  expect(cut).toMatch(/^x+…$/);
  expect(cut.length).toBeLessThan(maxLineCharacters);
  expect(read()['text']).toBe('next');
});

it('what libraries print are entries, line by line', async () => {
  const texts: (string | undefined)[] = [];
  await new Promise<void>((resolve) => {
    const console = createLogConsole((_, { text } = {}) => {
      if (texts.push(text) === 3) resolve();
    });
    console.error('%s', 'first\nsecond');
    console.dir({ third: true });
  });

  expect(texts).toEqual(['first', 'second', '{ third: true }']);
});
