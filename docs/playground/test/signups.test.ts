import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource } from './open-page.ts';

const { open } = inBrowser();

const repeat = async (page: Page, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    await page.getByRole('button', { name: 'Repeat this signup' }).click();
  }
};

describe('several signups', () => {
  it('share the cache, and all of them run again on each edit', async () => {
    const { page, openExample, verdict } = await open();
    await openExample('Rate limit with the cache');
    await repeat(page, 5);
    const table = page.getByRole('region', { name: 'Signups' }).getByRole('table');
    const rows = table.getByRole('row');

    await expectText(rows.nth(5), /Allowed\s+attempts:198\.51\.100\.4 = 5/);
    await expectText(rows.nth(6), /Denied by rate-limit\s+attempts:198\.51\.100\.4 = 6/);
    await expectText(verdict, 'attempt 6 within an hour');

    await page.getByRole('radio', { name: 'Signup 1' }).check();
    await expectText(verdict, 'Allowed');
    await page.getByLabel('IP address').fill('192.0.2.1');
    await expectText(rows.nth(6), /Allowed\s+attempts:198\.51\.100\.4 = 5/);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect.poll(() => rows.count()).toBe(6);
  });

  it('have a time that counts, and is at most a year', async () => {
    const { page } = await open();
    await repeat(page, 1);
    const time = page.getByLabel('Time since the signup before', { exact: true });
    for (const [typed, shown] of [
      ['-5', '0'],
      ['', '0'],
      ['999999999', '527040'],
    ] as const) {
      await time.fill(typed);
      await page.keyboard.press('Tab');
      await expect.poll(() => time.inputValue()).toBe(shown);
    }
    expect(await page.getByText('cannot be kept').count()).toBe(0);
  });

  it('move the clock, which the cache and the Actions follow', async () => {
    const { page, openExample, editor, replace, run, verdict } = await open();
    await openExample('Rate limit with the cache');
    await repeat(page, 1);
    await page.getByLabel('Time since the signup before', { exact: true }).fill('61');
    await page.keyboard.press('Tab');
    const last = page.getByRole('region', { name: 'Signups' }).getByRole('row').last();
    await expectText(last, /after 61 min[^]*attempts:198\.51\.100\.4 = 1/);

    await page.getByLabel('Unit of: Time since the signup before').selectOption('days');
    await replace(
      editor,
      toSource(
        "  const key = 'at';\n  const at = Number(api.cache.get(key)?.value ?? Date.now());\n  api.cache.set(key, String(Date.now()), { ttl: 1 });\n  api.access.deny(`${new Date().getFullYear() - new Date(2000, 0).getFullYear()} ${at}`, 'No.');",
      ),
    );
    const year = new Date(Date.now() + 61 * 86_400_000).getFullYear() - 2000;
    await expectText(verdict, new RegExp(`for the log\\s+${year} `));

    await run();
    await expectText(
      page.getByRole('region', { name: 'Cache' }),
      'at a clock that is 61 days ahead',
    );
    await page.getByRole('button', { name: 'Clear the cache' }).click();
    await expectText(page.getByRole('region', { name: 'Cache' }), 'finds an empty cache');
  });

  it('survive a reload, with the selected one', async () => {
    const { page } = await open();
    await repeat(page, 2);
    await page.getByLabel('Email').fill('third@example.com');
    await page.reload();

    await expect.poll(() => page.getByLabel('Email').inputValue()).toBe('third@example.com');
    expect(await page.getByRole('radio', { name: /^Signup \d/ }).count()).toBe(3);
    expect(await page.getByRole('radio', { name: 'Signup 3' }).isChecked()).toBe(true);
  });

  it('of which one is not an event still run', async () => {
    const { page, openEvent, replace } = await open();
    await repeat(page, 1);
    await replace(await openEvent(), '{');
    await page.getByRole('radio', { name: 'Signup 1' }).check();
    expect(await page.getByRole('radio', { name: 'JSON' }).isChecked()).toBe(true);
    const rows = page.getByRole('region', { name: 'Signups' }).getByRole('row');

    await expectText(rows.nth(1), 'Invalid by invite-codes');
    await expectText(rows.nth(2), /not an event[^]*Not run/);
  });
});
