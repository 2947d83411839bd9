import { chromium, type Browser, type BrowserContextOptions, type Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { openPage, type OpenPage } from './open-page.ts';
import { findMissing, serveSite, type Site } from './site.ts';

/** The built site, in a real browser, for the tests of one file. */
export interface InBrowser {
  readonly site: () => Site;
  /** Opens the playground, with the hash of a link where one is given. */
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<OpenPage>;
}

/** Set where everything has been installed and built, so that nothing can be missed in silence. */
const isRequired = process.env['SIGNUP_ACTIONS_PLAYGROUND'] === 'required';
const missing = isRequired ? undefined : await findMissing();

/** Starts both before the tests of a file, and skips the tests where one is missing. */
export function inBrowser(): InBrowser {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    if (missing !== undefined) return;
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
  beforeEach(({ skip }) => skip(missing !== undefined, missing));
  return {
    site: () => site,
    open: (hash = '', options) => openPage(browser, `${site.address}/playground${hash}`, options),
  };
}

/** Waits until an element reads so. */
export const expectText = (locator: Locator, text: RegExp | string): Promise<void> =>
  expect.poll(() => locator.innerText(), { timeout: 20_000 }).toMatch(text);
