import { expect, it } from 'vitest';
import { readText, snippets } from './read-pages.ts';

/** The packages that a file imports. */
const listPackages = (file: string): readonly string[] =>
  [...readText(file).matchAll(/from '((?:@[\w-]+\/)?[\w-]+)[^']*'/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'node');

it('every page of a host says what to install for the code that it shows', () => {
  const shown = snippets.filter(({ file }) => /\/snippets\/hosts\/(?!.*\.test\.)/.test(file));
  const unnamed = shown.flatMap(({ page, file }) => {
    const lines = readText(page).matchAll(/^npm install (?!--save-dev)([^#\n]*)/gm);
    const installed = new Set([...lines].flatMap(([, names = '']) => names.split(' ')));
    return listPackages(file)
      .filter((name) => !installed.has(name))
      .map((name) => ({ page, file, name }));
  });

  expect(new Set(shown.map(({ page }) => page)).size).toBeGreaterThan(2);
  expect(unnamed).toEqual([]);
});
