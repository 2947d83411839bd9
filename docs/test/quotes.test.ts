import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// Documentation quotes tested files: FILE contains each block under `<!-- quoted from FILE -->`,
// except for indentation and times.

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root });
const quotes = pages.flatMap((page) => {
  const text = readFileSync(`${root}/${page}`, 'utf8');
  const blocks = text.matchAll(/<!-- quoted from (?<file>\S+) -->\s+```\w+\n(?<block>.*?)```/gs);
  return [...blocks].map(({ groups }) => ({
    page,
    file: groups?.['file'] ?? '',
    block: groups?.['block'] ?? '',
  }));
});

it.each(quotes)('$page quotes $file', ({ file, block }) => {
  expect(existsSync(`${root}/${file}`)).toBe(true);
  expect(normalise(readFileSync(`${root}/${file}`, 'utf8'))).toContain(normalise(block));
});

it('finds the quotes of the front page', () => {
  expect(quotes.filter(({ page }) => page === 'README.md')).toHaveLength(3);
});

const normalise = (text: string): string =>
  text
    .replaceAll(/^\s+/gm, '')
    .replaceAll(/\d+(\.\d+)? ms/g, '0 ms')
    .replaceAll(/"expires_at":\d+/g, '"expires_at":0')
    .trim();
