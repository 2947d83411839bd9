import { describe, expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource } from './open-page.ts';

const { open } = inBrowser();
const asking = toSource(
  `  const response = await fetch('https://api.example.com/check?id=1', { signal: AbortSignal.timeout(500) });
  api.access.deny(String(response.status), await response.text());`,
);

describe('the network', () => {
  it('gives the responses of the visitor, and sends nothing', async () => {
    const { page, editor, openExample, replace, verdict, requests } = await open();
    await openExample('Blank Action');
    await page.getByRole('button', { name: 'Add a response' }).click();
    await page.getByLabel('Address of response 1').fill('https://api.example.com/other');
    await replace(editor, asking);
    await expectText(verdict, 'no response for GET https://api.example.com/check?id=1');

    await page.getByRole('button', { name: 'Respond to it' }).click();
    await page.getByLabel('Status of response 2').fill('429');
    await page.getByLabel('Body of response 2').fill('{"wait":true}');
    await expectText(verdict, /429[^]*\{"wait":true\}/);

    await page.getByLabel('Kind of response 2').selectOption('cannot be reached');
    await expectText(verdict, /Failed in my-action[^]*TypeError: fetch failed/);
    await page.getByLabel('Kind of response 2').selectOption('never responds');
    await expectText(verdict, /Failed in my-action[^]*(timed out|timeout)/);
    expect(requests.filter((url) => url.includes('api.example.com'))).toEqual([]);
  });

  it('comes with examples that call a service', async () => {
    const { page, openExample, verdict } = await open();
    await openExample('Call an API');
    await expectText(verdict, 'Allowed');
    await expectText(page.getByRole('region', { name: 'Network' }), /companies\/12345678 200/);

    await page.getByLabel('Status of response 1').fill('404');
    await page.keyboard.press('Tab');
    await expectText(verdict, 'Invalid by call-api');
  });
});
