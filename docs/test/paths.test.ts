import { globSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readText, root } from './read-pages.ts';

const texts = globSync(['docs/**/*.md', '*.md', 'packages/*/README.md', 'examples/*/README.md'], {
  cwd: root,
  exclude: ['**/node_modules/**', 'docs/{reference,project}/**', 'docs/.vitepress/**'],
});
const folders = new Set(
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
);

/** Paths of this repository in backticks; some are globs. */
const paths = texts.flatMap((text) =>
  [...readText(text).matchAll(/`([\w.-]+\/[^`\s]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => folders.has(path.split('/')[0] ?? ''))
    .map((path) => ({ text, path })),
);

it('every path in a page, decision or README exists', () => {
  const missing = paths.filter(({ path }) => globSync(path, { cwd: root }).length === 0);

  expect(paths.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

it('every file of a journey in CONTRIBUTING.md exists in a package', () => {
  const journeys =
    readText('CONTRIBUTING.md').split('## Three journeys')[1]?.split('\n## ')[0] ?? '';
  const files = [...journeys.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file = '']) => file);

  expect(files.length).toBeGreaterThan(30);
  expect(
    files.filter((file) => globSync(`packages/*/src/${file}`, { cwd: root }).length === 0),
  ).toEqual([]);
});
