import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { toHash } from '../state/link.ts';

/** The playground in a tab of its own, and its parts that tests use. */
export interface OpenPage {
  readonly page: Page;
  readonly verdict: Locator;
  readonly steps: Locator;
  /** The editor of the selected Action. */
  readonly editor: Locator;
  /** Shows the event as JSON, and returns its editor. */
  readonly openEvent: () => Promise<Locator>;
  /** Replaces the text of an editor. */
  readonly replace: (editor: Locator, text: string) => Promise<void>;
  readonly run: () => Promise<void>;
  readonly openExample: (title: string) => Promise<void>;
  /** All requested addresses, and uncaught errors. */
  readonly requests: string[];
  readonly errors: string[];
}

/** Opens an address and waits until the page is ready. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    // Compressing the compiler with brotli takes the preview server half a minute.
    extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(address);
  await page.locator('.cm-content').first().waitFor();
  return {
    page,
    requests,
    errors,
    verdict: page.locator('.verdict'),
    steps: page.locator('.steps'),
    editor: page.locator('[role=tabpanel]:visible .cm-content'),
    async openEvent() {
      await page.getByRole('radio', { name: 'JSON' }).check();
      return page.getByLabel('Changes to the event, as JSON');
    },
    async replace(editor, text) {
      await editor.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    run: () => page.getByRole('button', { name: 'Run', exact: true }).click(),
    openExample: async (title) => {
      await page.getByRole('combobox', { name: 'Example' }).selectOption({ label: title });
    },
  };
}

/** An Action whose handler has this body. */
export const toSource = (body: string): string =>
  `exports.onExecutePreUserRegistration = async (event, api) => {\n${body}\n};\n`;

/** The hash of a link to one Action whose handler has this body. */
export const toLink = (body: string): Promise<string> =>
  toHash({
    version: 1,
    signups: [{ startingPoint: 'universal-login', event: '', afterMs: 0 }],
    actions: [{ name: 'foreign', code: toSource(body), secrets: [], configuration: [] }],
  });
