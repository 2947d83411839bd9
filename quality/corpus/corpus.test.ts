import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { check, measureFolder } from './measure-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('check finds every mistake of the corpus, by its rule, and nothing else', async () => {
  const { files, found, missed, falseAlarms, otherwise } = await measureFolder(
    fileURLToPath(new URL('actions', import.meta.url)),
  );

  expect({ missed, falseAlarms, otherwise }).toEqual({
    missed: [],
    falseAlarms: [],
    otherwise: [],
  });
  expect(files).toBeGreaterThan(100);
  expect(found.length).toBeGreaterThan(150);
});

it('check finds nothing in the Actions of this repository', async () => {
  const snippets = globSync('docs/snippets/*/*.js', {
    cwd: root,
    // Mistakes on purpose, an Action of version 1, and no Actions.
    exclude: [
      '**/mistakes.js',
      '**/*-v1.js',
      '**/testing/*.js',
      '**/crm-client.js',
      '**/team-helpers.js',
    ],
  });
  const folders = ['docs/recipes', 'examples', 'examples/tenant', 'quality/consumers'];

  expect(snippets.length).toBeGreaterThan(1);
  expect(await check(root, [...folders, ...snippets])).toEqual([]);
});
