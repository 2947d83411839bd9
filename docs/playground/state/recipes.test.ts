import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { presets } from './recipes.ts';

const folder = new URL('../../recipes/', import.meta.url);
const pages = globSync('*.md', { cwd: folder }).map((file) =>
  readFileSync(new URL(file, folder), 'utf8'),
);
const find = (pattern: RegExp): readonly string[] =>
  pages
    .flatMap((page) => [...page.matchAll(pattern)])
    .map(([, name = '']) => name)
    .toSorted();

it('has an example for each recipe that a page shows, and the page opens it', () => {
  const shown = find(/^<<< \.\/([\w-]+)\.js$/gm);

  expect(find(/\(\.\.\/playground\?example=([\w-]+)\)/g)).toEqual(shown);
  expect(presets.map(({ id }) => id)).toEqual(expect.arrayContaining([...shown]));
  expect(presets.at(-1)?.title).toBe('Blank Action');
});
