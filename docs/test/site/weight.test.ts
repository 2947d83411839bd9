import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { isRequired, listPages, onSite } from './on-site.ts';

const { visit } = onSite();

/** In bytes, compressed, with everything that a page loads ahead. */
const ceilings = { home: 230_000, page: 300_000 };

const pages = isRequired
  ? listPages().filter(
      (path) => path !== 'playground' && !/^(decisions\/0|reference\/.)/.test(path),
    )
  : ['start'];

it.each(pages)('"%s" is light, and loads nothing of the playground', async (path) => {
  const page = await visit('nothing-here');
  const loaded = await measure(page, path);
  await page.context().close();

  expect(loaded.files.filter((file) => /Playground|recipes\.(?!md)|worker/.test(file))).toEqual([]);
  expect(loaded.bytes).toBeLessThanOrEqual(path === '' ? ceilings.home : ceilings.page);
});

/** What a page loads into an empty browser, by the browser's own count. */
async function measure(
  page: Page,
  path: string,
): Promise<{ readonly bytes: number; readonly files: readonly string[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  const files: string[] = [];
  session.on('Network.requestWillBeSent', ({ request }) => void files.push(request.url));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const address = new URL(page.url());
  await page.goto(new URL(path, address).href, { waitUntil: 'networkidle' });
  return { bytes, files: files.map((file) => file.slice(file.lastIndexOf('/') + 1)) };
}
