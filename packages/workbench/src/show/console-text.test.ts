import { defaultLimits } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { createOutputLimit, readConsole } from './console-text.ts';

const limits = defaultLimits;
const toFrame = (text: string, action?: string) => ({ type: 'output', text, action }) as const;

it('joins what each Action printed, and keeps output of an unknown Action apart', () => {
  const frames = [
    toFrame('one\n', 'first'),
    toFrame('own\n', 'second'),
    toFrame('two\n', 'first'),
    toFrame('whose?'),
  ];

  expect(readConsole(frames, { limits, secrets: [], stray: 'past Node, ' })).toEqual(
    new Map([
      [undefined, { text: 'past Node, whose?', isCut: false, rest: '' }],
      ['first', { text: 'one\ntwo', isCut: false, rest: '' }],
      ['second', { text: 'own', isCut: false, rest: '' }],
    ]),
  );
});

it('keeps what the platform keeps; a final newline does not count', () => {
  const [exact, more] = [256, 257].map((length) =>
    readConsole([toFrame(`${'x'.repeat(length)}\n`, 'own')], { limits, secrets: [] }).get('own'),
  );

  expect(exact).toEqual({ text: 'x'.repeat(256), isCut: false, rest: '' });
  expect(more).toEqual({ text: 'x'.repeat(256), isCut: true, rest: 'x' });
});

it('redacts secrets, also line by line', () => {
  const secrets = [{ name: 'KEY', value: 'first-line\nsecond-line' }];
  const frames = [toFrame("'first-line\\n' +\n  'second-line'", 'own')];

  expect(readConsole(frames, { limits, secrets }).get('own')?.text).toBe(
    "'[secret KEY]\\n' +\n  '[secret KEY]'",
  );
});

it('shows no part of a secret that the limit of the output has split', () => {
  const value = 'sk-live-4711';
  const limit = createOutputLimit();
  const text = limit(' '.repeat(65_530) + value, 'own');
  const unlimited = { ...limits, maxConsoleCharacters: 100_000 };
  expect(text.endsWith('sk-liv')).toBe(true);
  expect(limit('more', 'own')).toBe('');
  expect(limit('more', 'other')).toBe('more');

  const kept = readConsole([toFrame(`.${text.slice(1)}`, 'own')], {
    limits: unlimited,
    secrets: [{ name: 'KEY', value }],
  });

  expect(kept.get('own')?.text).not.toContain('sk');
});
