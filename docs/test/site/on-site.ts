import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { serveSite, type Site } from './serve-site.ts';

/** The built site in a real browser, for the tests of one file. */
export interface OnSite {
  readonly site: () => Site;
  readonly browser: () => Browser;
  /** Opens a page, by its path without a slash at its beginning, in a window of its own. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Set by `pnpm playground`, which installs Chromium and builds the site. */
export const isRequired = process.env['SIGNUP_ACTIONS_PLAYGROUND'] === 'required';

/** Serves the site and starts a browser before the tests of a file, or skips the tests. */
export function onSite(): OnSite {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    if (!isRequired) return;
    site = await serveSite();
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    site?.stop();
  });
  beforeEach(({ skip }) => skip(!isRequired));
  return {
    site: () => site,
    browser: () => browser,
    async visit(path, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        // Compressing the compiler with brotli takes the preview server half a minute.
        extraHTTPHeaders: { 'accept-encoding': 'gzip' },
        ...options,
      });
      const page = await context.newPage();
      await page.goto(`${site.address}/${path}`, { waitUntil: 'networkidle' });
      return page;
    },
  };
}

const built = fileURLToPath(new URL('../../.vitepress/dist', import.meta.url));

/** The paths of all built pages: `start`, `recipes/`, and nothing for the home page. */
export const listPages = (): readonly string[] =>
  globSync('**/*.html', { cwd: built })
    .filter((file) => file !== '404.html')
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, ''))
    .toSorted();
