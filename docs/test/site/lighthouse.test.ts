import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRequired } from './on-site.ts';
import { serveSite, type Site } from './serve-site.ts';

const port = 9_333;
let site: Site;
let browser: Browser;

beforeAll(async () => {
  if (!isRequired) return;
  site = await serveSite();
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await browser?.close();
  site?.stop();
});

it.skipIf(!isRequired).each(['', 'start', 'testing', 'playground'])(
  'Lighthouse gives "%s" full marks for accessibility, best practices and search engines',
  async (path) => {
    const { default: lighthouse } = await import('lighthouse');
    const result = await lighthouse(`${site.address}/${path}`, {
      port,
      logLevel: 'error',
      onlyCategories: ['accessibility', 'best-practices', 'seo'],
    });
    const { categories = {}, audits = {} } = result?.lhr ?? {};
    const marks = Object.entries(categories).map(([name, { score }]) => [name, score]);
    const faults = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id);

    expect({ faults, marks }).toEqual({
      faults: [],
      marks: [
        ['accessibility', 1],
        ['best-practices', 1],
        ['seo', 1],
      ],
    });
  },
);
