import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { measureShift } from './measure-shift.ts';
import { onSite } from './on-site.ts';

const { browser, site } = onSite();

it.each(['decisions/0019-rules-that-eslint-runs', 'recipes/block-list', 'start'])(
  '"%s" stays where it is when its font arrives late',
  async (path) => {
    const context = await browser().newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.route('**/*.woff2', async (route) => {
      await setTimeout(1_000);
      await route.continue();
    });
    const arrived = page.waitForResponse('**/inter-roman-latin*.woff2');
    await page.goto(`${site().address}/${path}`);
    await arrived;
    await page.evaluate(() => document.fonts.ready);

    expect(await measureShift(page)).toBeLessThan(0.05);
    await context.close();
  },
);
