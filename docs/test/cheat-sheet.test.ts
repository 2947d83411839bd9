import { readFileSync } from 'node:fs';
import { signupActions } from '../../packages/cli/test/command.ts';
import { defaultLimits } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { readText, root } from './read-pages.ts';

const sheet = readText('docs/cheat-sheet.md');

/** What the types say, without comments. */
const readTypes = (file: string): string =>
  readFileSync(`${root}/packages/types/src/${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');

it('has every command', async () => {
  const { stdout } = await signupActions(root, '--help');
  const names = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help' && name !== 'signup');

  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(sheet).toContain(`\`signup-actions ${name}`);
});

/** The parameters of each matcher, as in `method, ...args`. */
const matchers = new Map(
  [
    ...readText('packages/testing/src/matchers/signup-matchers.ts').matchAll(
      /^ {2}(toHave\w+)(?:<.*?>)?\((.*)\): Result;$/gm,
    ),
  ].map(([, name = '', parameters = '']) => {
    const [, optional] = /FirstOf<\[(.*)\]>/.exec(parameters) ?? [];
    const listed = (optional ?? parameters).matchAll(/((?:\.\.\.)?\w+\??): /g);
    return [name, [...listed].map(([, each = '']) => (optional ? `${each}?` : each)).join(', ')];
  }),
);

it.each(['docs/cheat-sheet.md', 'packages/testing/README.md'])(
  '%s has every matcher with what it takes',
  (page) => {
    const shown = [...readText(page).matchAll(/^\| (`toHave\w+\(.*?) +\|/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)\((.*?)\)`/g)])
      .map(([, name = '', parameters = '']): [string, string] => [name, parameters]);

    expect(matchers.size).toBeGreaterThan(10);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(matchers));
  },
);

it('has every method of the api', () => {
  for (const file of ['access', 'cache', 'user', 'validation']) {
    const methods = [...readTypes(`api/${file}.ts`).matchAll(/^  (?:readonly )?(\w+)[<(]/gm)].map(
      ([, name = '']) => name,
    );
    expect(methods).not.toEqual([]);
    for (const name of methods) expect(sheet).toContain(`api.${file}.${name}(`);
  }
});

it('has every error of the cache', () => {
  const codes = [...readTypes('api/cache.ts').matchAll(/'([A-Z]\w+)'/g)].map(
    ([, code = '']) => code,
  );

  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) expect(sheet).toContain(`\`${code}\``);
});

it('has the limits of the engine', () => {
  const { maxActions, maxCacheBytes, maxCacheRecords, maxPackages, maxModules, maxSecrets } =
    defaultLimits;
  for (const limit of [maxActions, maxCacheRecords, maxPackages, maxModules, maxSecrets]) {
    expect(sheet).toMatch(new RegExp(`\\b${limit}\\b`));
  }
  expect(sheet).toContain(`${maxCacheBytes.toLocaleString('en')} bytes`);
});
