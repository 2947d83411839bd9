import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// A figure in a README is one of the table that `pnpm bench` writes: `<!-- figure: NAME -->` follows it.

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');
const toNumber = (text = ''): number => Number(text.replaceAll(',', ''));

const rows = [
  ...read('quality/bench/figures.md').matchAll(
    /^\| (.+?) \| (-?[\d.,]+) \| .*? \| ([\d.,]*) *\|$/gm,
  ),
].map(([, name = '', figure, limit]) => ({ name, figure: toNumber(figure), limit }));
const measured = new Map(rows.map(({ name, figure }) => [name, figure]));
const quoted = globSync(['README.md', 'packages/*/README.md', 'docs/*.md'], { cwd: root }).flatMap(
  (page) =>
    [...read(page).matchAll(/(\d[\d.,]*)\D*?<!-- figure: (.+?) -->/g)].map(
      ([, shown = '', name = '']) => ({ page, shown, name }),
    ),
);

it.each(quoted)('$page: $shown is what was measured of "$name"', ({ shown, name }) => {
  const digits = shown.replaceAll(/\D/g, '').length;

  expect(toNumber(measured.get(name)?.toPrecision(digits))).toBe(toNumber(shown));
});

const limited = rows.filter(({ limit }) => limit !== '');

it.each(limited)('$name: $figure is within $limit', ({ figure, limit }) => {
  expect(figure).toBeLessThanOrEqual(toNumber(limit));
});

it('finds the figures that have a limit', () => {
  expect(limited.length).toBeGreaterThan(10);
});

it('the front page has its one number', () => {
  expect(quoted.filter(({ page }) => page === 'README.md')).toHaveLength(1);
});
