import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource, type OpenPage } from './open-page.ts';

// Actions that do more than a page can draw.

const { open } = inBrowser();

/** Runs a handler with this body once, in a page that shows another outcome. */
async function openAndRun(body: string): Promise<OpenPage> {
  const opened = await open();
  await opened.openExample('Block domains');
  await opened.page.getByLabel('Run as I type').uncheck();
  await opened.replace(opened.editor, toSource(body));
  await opened.run();
  return opened;
}

const findDiagnostics = ({ page }: OpenPage): Locator =>
  page.getByRole('region', { name: 'Diagnostics' });

it('lists two hundred calls, and counts the others', async () => {
  const { page, verdict, steps } = await openAndRun(
    "  for (let i = 0; i < 10_000; i += 1) api.user.setAppMetadata('k' + (i % 5), i);",
  );

  await expectText(verdict, 'Allowed');
  await expectText(steps, '… and 9,800 more');
  expect(await steps.locator('.call').count()).toBe(200);
  await expectText(
    page.getByRole('region', { name: 'User as created' }).locator('tr.added').last(),
    /app_metadata\.k4\s+9999/,
  );
  await expectText(
    page.getByRole('region', { name: 'Step by step' }),
    /[\d,]+ later calls are not kept/,
  );
});

it('lists two hundred diagnostics', async () => {
  const opened = await openAndRun(
    "  for (let i = 0; i < 20_000; i += 1) api.access.deny('a' + i, 'b');",
  );

  await expectText(opened.verdict, /Denied[^]*a0/);
  // The engine reports a thousand, and one that counts the others (F14).
  await expectText(findDiagnostics(opened), '… and 801 more');
  expect(await findDiagnostics(opened).getByRole('listitem').count()).toBe(200);
});

it('cuts a long string', async () => {
  const { verdict } = await openAndRun("  api.access.deny('a'.repeat(2e6), 'b');");

  await expectText(verdict, /Denied[^]*aaa… \(1,998,000 more characters\)/);
});

it('survives calls without end after the outcome', async () => {
  const opened = await openAndRun(
    "  setInterval(() => { for (let i = 0; i < 5; i += 1) api.access.deny('late', 'b'); }, 1);",
  );

  await expectText(opened.verdict, 'Allowed');
  await expectText(findDiagnostics(opened), /… and [\d,]+ more/);
});
