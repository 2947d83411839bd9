import { readFileSync } from 'node:fs';
import { defaultLimits } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { readText, root } from './read-pages.ts';

const sheet = readText('docs/cheat-sheet.md');

/** What the types say, without comments. */
const readTypes = (file: string): string =>
  readFileSync(`${root}/packages/types/src/${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');

it('has every matcher', () => {
  const matchers = [...readText('docs/matchers.md').matchAll(/^## (toHave\w+)$/gm)].map(
    ([, name = '']) => name,
  );

  expect(matchers.length).toBeGreaterThan(10);
  for (const name of matchers) expect(sheet).toContain(`\`${name}(`);
});

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
