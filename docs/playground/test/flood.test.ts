import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource, type OpenPage } from './open-page.ts';

// Actions that do more than a page can draw.

const { open } = inBrowser();
const maxStallMs = 1_500;

/** Runs a body once, and answers how long the page stood still at worst while it was drawn. */
async function runAndWatch(opened: OpenPage, body: string, verdict: RegExp): Promise<number> {
  const { page, editor, replace, run, openExample } = opened;
  await openExample('Block domains');
  await page.getByLabel('Run as I type').uncheck();
  await replace(editor, toSource(body));
  await watchStalls(page);
  await run();
  await expectText(opened.verdict, verdict);
  // For the time in which leftovers are heard.
  await page.waitForTimeout(1_500);
  return page.evaluate(() => Number(document.body.dataset['worst']));
}

const watchStalls = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let last = performance.now();
    let worst = 0;
    setInterval(() => {
      const now = performance.now();
      worst = Math.max(worst, now - last);
      last = now;
      document.body.dataset['worst'] = String(worst);
    }, 20);
  });

it('lists two hundred calls, and says how many more there were', async () => {
  const opened = await open();
  const stall = await runAndWatch(
    opened,
    "  for (let i = 0; i < 10_000; i += 1) api.user.setAppMetadata('k' + (i % 5), i);",
    /Allowed/,
  );

  await expectText(opened.steps, '… and 9,800 more');
  expect(await opened.steps.locator('.call').count()).toBe(200);
  await expectText(opened.page.locator('tr.added').last(), /app_metadata\.k4\s+9999/);
  expect(stall).toBeLessThan(maxStallMs);
});

it('lists two hundred diagnostics', async () => {
  const opened = await open();
  const stall = await runAndWatch(
    opened,
    "  for (let i = 0; i < 20_000; i += 1) api.access.deny('a' + i, 'b');",
    /Denied[^]*a0/,
  );

  const diagnostics = opened.page.getByRole('region', { name: 'Diagnostics' });
  await expectText(diagnostics, '… and 19,799 more');
  expect(await diagnostics.getByRole('listitem').count()).toBe(200);
  expect(stall).toBeLessThan(maxStallMs);
});

it('cuts a text that nobody would read', async () => {
  const opened = await open();
  const stall = await runAndWatch(
    opened,
    "  api.access.deny('a'.repeat(2e6), 'b');",
    /Denied[^]*aaa… \(1,998,000 more characters\)/,
  );

  expect(stall).toBeLessThan(maxStallMs);
});

it('hears calls that come without end after the outcome', async () => {
  const opened = await open();
  const stall = await runAndWatch(
    opened,
    "  setInterval(() => { for (let i = 0; i < 5; i += 1) api.access.deny('late', 'b'); }, 1);",
    /Allowed/,
  );

  const diagnostics = opened.page.getByRole('region', { name: 'Diagnostics' });
  await expectText(diagnostics, /… and [\d,]+ more/);
  expect(stall).toBeLessThan(maxStallMs);
});
