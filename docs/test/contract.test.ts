import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultLimits } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { readPage } from '../snippets/read-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readPage('contract');

/** Whatever names rules: sources, tests, decisions, READMEs, and the other pages. */
const files = globSync(
  [
    'packages/*/{src,test}/**/*.{ts,js}',
    'packages/*/README.md',
    'docs/**/*.md',
    'examples/**/*.{ts,js,cjs}',
    '*.md',
  ],
  {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**', 'docs/contract.md', 'docs/reference/**'],
  },
);

const rules = [...page.matchAll(/^### ([FRMUC]\d+): .+ \{#([a-z]\d+)\}$/gm)].map(
  ([, id = '', anchor]) => ({ id, anchor }),
);

it('has an anchor for each rule, which is its id', () => {
  expect(rules.length).toBe(page.match(/^### /gm)?.length);
  for (const { id, anchor } of rules) expect(anchor).toBe(id.toLowerCase());
});

it('has every rule that something names, and none that nothing names', () => {
  const named = files.flatMap(
    (file) => readFileSync(`${root}/${file}`, 'utf8').match(/\b[FRMUC]\d{1,2}\b/g) ?? [],
  );

  expect(rules.map(({ id }) => id).toSorted()).toEqual([...new Set(named)].toSorted());
});

it('gives each rule a grade, and a decision where it is ours', () => {
  for (const text of page.split(/^### /m).slice(1)) {
    expect(text).toMatch(/<Badge type="\w+" text="(spec|docs|seen|ours)" \/>/);
    if (text.includes('text="ours"')) expect(text).toContain('](./decisions/00');
  }
});

it('has the limits that the engine has', () => {
  const shown = [...page.matchAll(/^\| `(\w+)` +\| ([\d,]+) +\|/gm)].map(([, name = '', value]) => [
    name,
    Number(value?.replaceAll(',', '')),
  ]);

  expect(Object.fromEntries(shown)).toEqual(defaultLimits);
});
