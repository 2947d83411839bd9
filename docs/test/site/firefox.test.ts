import { launch, type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRequired } from './on-site.ts';
import { serveSite, type Site } from './serve-site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  if (!isRequired) return;
  site = await serveSite();
  browser = await launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
  });
});
afterAll(async () => {
  await browser?.close();
  site?.stop();
});

it.skipIf(!isRequired)('Firefox opens the playground, and shows a verdict', async () => {
  const page = await browser.newPage();
  const errors: unknown[] = [];
  page.on('pageerror', (error) => void errors.push(error));
  await page.goto(`${site.address}/playground`);
  const verdict = await page.waitForSelector('.verdict', { timeout: 60_000 });

  expect(await verdict?.evaluate((element) => element.textContent)).toMatch(/\w/);
  expect(errors).toEqual([]);
});
