import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { isRequired, listPages, onSite } from './on-site.ts';

const { visit } = onSite();
const pages = isRequired ? listPages() : ['start'];

it.each([320, 390, 768, 1024, 1280, 1440, 1470, 1512, 1600, 1920])(
  'the header is whole at %d pixels',
  async (width) => {
    for (const path of ['', 'start']) {
      const page = await visit(path, { viewport: { width, height: 900 } });
      const outside = await page.evaluate(
        (right) =>
          [...document.querySelectorAll('.VPNav a, .VPNav button')]
            .map((element) => element.getBoundingClientRect())
            .filter((box) => box.width > 0 && (box.left < 0 || box.right > right - 4)).length,
        width,
      );
      expect(outside).toBe(0);
      await page.context().close();
    }
  },
);

it.each(pages)('"%s" fits on a phone and does not move while it loads', async (path) => {
  const page = await visit(path, { viewport: { width: 390, height: 844 } });

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await findWideTables(page)).toEqual([]);
  expect(await measureShift(page)).toBeLessThan(0.05);
  await page.context().close();
});

it.each(pages)('"%s" does not move while it loads on a desktop', async (path) => {
  const page = await visit(path, { viewport: { width: 1440, height: 900 } });

  expect(await measureShift(page)).toBeLessThan(0.05);
  await page.context().close();
});

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

/** The cumulative layout shift so far. */
const measureShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
