import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { measureShift } from './measure-shift.ts';
import { isRequired, listPages, onSite } from './on-site.ts';

const { visit } = onSite();
const pages = isRequired ? [...listPages(), 'nothing-here'] : ['start'];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

it.each(pages)('"%s" fits on a phone, stays where it is, and is accessible', async (path) => {
  const page = await visit(path, {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await findWideTables(page)).toEqual([]);
  expect(await measureShift(page)).toBeLessThan(0.05);
  expect(await findFaults(page)).toEqual([]);
  await page.context().close();
});

it.each(pages)(
  '"%s" stays where it is on a desktop, and is accessible in the dark',
  async (path) => {
    const page = await visit(path, {
      viewport: { width: 1440, height: 900 },
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    });

    expect(await measureShift(page)).toBeLessThan(0.05);
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  },
);

/** The tables that are wider than the page, by their first heading. */
const findWideTables = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.vp-doc table')]
      .filter(
        (table) =>
          table.scrollWidth > table.clientWidth + 1 ||
          table.getBoundingClientRect().right > innerWidth,
      )
      .map((table) => table.querySelector('th')?.textContent ?? ''),
  );

/** What axe finds, with the first element of each kind. */
async function findFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]?.html.slice(0, 160)}`,
    );
  });
}
