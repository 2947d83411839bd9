import { chromium, type Browser, type BrowserContextOptions, type Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { openPage, type OpenPage } from './open-page.ts';
import { serveSite, type Site } from './site.ts';

/** The built site in a real browser, for the tests of one file. */
export interface InBrowser {
  readonly site: () => Site;
  /** Opens the playground, with the hash of a link if one is given. */
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<OpenPage>;
}

/** Set by `pnpm playground`, which installs Chromium and builds the site. */
export const isRequired = process.env['SIGNUP_ACTIONS_PLAYGROUND'] === 'required';

/** Serves the site and starts a browser before the tests of a file, or skips the tests. */
export function inBrowser(): InBrowser {
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
    open: (hash = '', options) => openPage(browser, `${site.address}/playground${hash}`, options),
  };
}

/** Waits until the text of an element matches. */
export const expectText = (locator: Locator, text: RegExp | string): Promise<void> =>
  expect.poll(() => locator.innerText(), { timeout: 20_000 }).toMatch(text);
