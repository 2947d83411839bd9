import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { blocks, includes, pages, readText, root, snippets } from './read-pages.ts';

// No page shows code or output that nothing has run. A block is one of these:
// - imported (`<<<`) from a file that is a test, or that a test runs;
// - quoted from a file, which `quotes.test.ts` compares;
// - a command, which `commands.test.ts` looks up.

const own = blocks.filter(({ language }) => language !== 'sh');

it.each(own)('$page: $code', ({ above }) => {
  expect(above).toMatch(/^<!-- quoted from \S+ -->$/);
});

it.each(pages)('%s closes each block before the next one begins', (page) => {
  // A block with a longer fence would contain the blocks and headings after it.
  expect(readText(page)).not.toMatch(/^\s*````/m);
  expect(readText(page).match(/^\s*```/gm)?.length ?? 0).toSatisfy((count) => count % 2 === 0);
});

it.each([...snippets, ...includes])('$page shows $file $region', ({ file, region }) => {
  const text = readText(file);
  expect(text).not.toBe('');
  if (region === undefined) return;
  expect(text).toMatch(new RegExp(`#region ${region}(?: -->)?$`, 'm'));
  expect(text).toMatch(new RegExp(`#endregion ${region}(?: -->)?$`, 'm'));
});

const tests = globSync('{docs,examples}/**/*.test.{ts,js}', {
  cwd: root,
  exclude: ['**/node_modules/**'],
});

/** The configuration that a runner reads by itself. */
const isConfiguration = (file: string): boolean =>
  /^examples\/.*\.config\.js$/.test(file) && readText(file) !== '';

const consumers = readText('quality/consumers/list.ts');

/** A file of a project that `pnpm consumers` tests. */
const isOfConsumer = (file: string): boolean => {
  const [, folder] = /^quality\/consumers\/projects\/([\w-]+)\//.exec(file) ?? [];
  return folder !== undefined && consumers.includes(`folder: '${folder}'`);
};

const isRun = (file: string): boolean =>
  tests.includes(file) ||
  isConfiguration(file) ||
  isOfConsumer(file) ||
  tests.some((test) => {
    const text = readText(test);
    return ['${code}', '${name}']
      .map((part) => file.replace(/[\w-]+(?=\.(?:txt|json)$)/, part))
      .concat(file)
      .map((name) => posix.relative(posix.dirname(test), name))
      .some(
        (name) =>
          text.includes(`'${name}'`) ||
          text.includes(`\`${name}\``) ||
          text.includes(`'./${name}'`),
      );
  });

it.each(snippets)('what $page shows of $file is run', ({ file }) => {
  expect(isRun(file)).toBe(true);
});

it('every output that tests have written is shown', () => {
  const outputs = globSync('docs/snippets/*/outputs/*', { cwd: root });

  expect(outputs.length).toBeGreaterThan(20);
  expect(outputs.filter((output) => !snippets.some(({ file }) => file === output))).toEqual([]);
});
