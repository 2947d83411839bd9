import type { BrowserContextOptions, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { onSite, type OnSite } from '../../test/site/on-site.ts';
import { openPage, type OpenPage } from './open-page.ts';

/** The playground in a real browser, for the tests of one file. */
export interface InBrowser extends Pick<OnSite, 'site'> {
  /** Opens the playground, with the hash of a link if one is given. */
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<OpenPage>;
}

/** Serves the site and starts a browser before the tests of a file, or skips the tests. */
export function inBrowser(): InBrowser {
  const { site, browser } = onSite();
  return {
    site,
    open: (hash = '', options) =>
      openPage(browser(), `${site().address}/playground${hash}`, options),
  };
}

/** Waits until the text of an element matches. */
export const expectText = (locator: Locator, text: RegExp | string): Promise<void> =>
  expect.poll(() => locator.innerText(), { timeout: 20_000 }).toMatch(text);
