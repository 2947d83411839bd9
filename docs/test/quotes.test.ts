import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { findRecording } from '../.vitepress/colour-output.ts';

// Documentation quotes tested files: FILE contains each block under `<!-- quoted from FILE -->`,
// except for indentation and times.

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root });
const quotes = pages.flatMap((page) => {
  const text = readFileSync(`${root}/${page}`, 'utf8');
  const blocks = text.matchAll(
    /<!-- quoted from (?<file>\S+) -->\s+```(?<language>\w+)\n(?<block>.*?)```/gs,
  );
  return [...blocks].map(({ groups }) => ({
    page,
    file: groups?.['file'] ?? '',
    language: groups?.['language'] ?? '',
    block: groups?.['block'] ?? '',
  }));
});

it.each(quotes)('$page quotes $file', ({ file, block }) => {
  expect(existsSync(`${root}/${file}`)).toBe(true);
  expect(normalise(readFileSync(`${root}/${file}`, 'utf8'))).toContain(normalise(block));
});

const outputs = quotes.filter(({ file }) => /^packages\/cli\/test\/.*\.ts$/.test(file));

it.each(outputs.filter(({ language }) => language === 'text'))(
  'the site shows what $page quotes of $file in the colours of the terminal',
  ({ block }) => {
    const coloured = findRecording(block) ?? '';
    expect(coloured).toContain('\u001B[');
    expect(normalise(stripVTControlCharacters(coloured))).toBe(normalise(block));
  },
);

it('finds the quotes of the front page', () => {
  expect(quotes.filter(({ page }) => page === 'README.md')).toHaveLength(3);
});

const normalise = (text: string): string =>
  text
    .replaceAll(/^\s+/gm, '')
    .replaceAll(/\d+(\.\d+)? ms/g, '0 ms')
    .replaceAll(/"expires_at":\d+/g, '"expires_at":0')
    .trim();
