import { describe, expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toLink, toSource } from './open-page.ts';

const { open, site } = inBrowser();
const foreign = (): Promise<string> => toLink("  api.access.deny('foreign', 'Foreign.');");

describe('work', () => {
  it('survives a reload, another page of the site, and Back', async () => {
    const { page, editor, openEvent, replace, run, verdict } = await open();
    await page.getByRole('tab', { name: 'block-domains' }).click();
    await replace(await openEvent(), '{ "user": { "email": "kept@x.io" } }');
    await page.getByRole('tab', { name: 'rate-limit' }).click();
    await replace(
      editor,
      toSource("  api.cache.set('kept', '1');\n  api.access.deny('mine', 'Mine.');"),
    );
    await run();
    const cache = page.getByRole('region', { name: 'Cache' });
    await expectText(cache, 'kept');
    await page.getByRole('tab', { name: 'invite-codes' }).click();
    await page.getByRole('button', { name: 'Add a secret' }).last().click();
    await page.keyboard.type('KEPT_KEY');
    const expectAll = async (): Promise<void> => {
      await expectText(page.getByRole('tab', { selected: true }), 'invite-codes');
      await expect.poll(() => page.getByLabel('Email').inputValue()).toBe('kept@x.io');
      await expectText(cache, 'kept');
      await expectText(verdict, 'mine');
      await page.getByLabel('Value of secret KEPT_KEY').waitFor();
    };

    await page.reload();
    await expectAll();
    await page.locator('.VPNav a.title').click();
    await page.locator('.playground').waitFor({ state: 'detached' });
    await page.goBack();
    await expectAll();
  });

  it('can be restored after a link has replaced it, even after a reload', async () => {
    const { page, editor, replace, verdict } = await open();
    await replace(editor, toSource("  api.access.deny('mine', 'Mine.');"));
    await expectText(verdict, 'mine');
    await page.goto('about:blank');
    await page.goto(`${site().address}/playground${await foreign()}`);
    await expectText(verdict, 'came with a link');
    await page.reload();
    await expectText(verdict, 'came with a link');
    await page.getByRole('button', { name: 'Restore the previous version' }).click();

    await expectText(verdict, 'mine');
  });

  it('from a link does not run by itself when it comes back', async () => {
    const { page, editor, verdict } = await open(await foreign());
    await expectText(verdict, 'came with a link');
    await page.goto('about:blank');
    await page.goto(`${site().address}/playground`);
    await expectText(editor, 'foreign');

    await page.getByText('Types loaded').waitFor();
    expect(await verdict.innerText()).toMatch('came with a link');
  });
});

describe('an example', () => {
  it('is opened by the address, and edits of it survive a reload', async () => {
    const { page, editor, replace, verdict } = await open('?example=block-domains');
    await expectText(page.getByRole('tab'), 'block-domains');
    await expectText(verdict, 'Denied by block-domains');
    await replace(editor, toSource("  api.access.deny('mine', 'Mine.');"));
    await expectText(verdict, 'mine');
    await page.reload();

    await expectText(verdict, 'mine');
  });

  it('that does not exist changes nothing, and the page says so', async () => {
    const { page, verdict } = await open('?example=nothing');

    await page.getByText('There is no example nothing, so nothing was changed.').waitFor();
    await expectText(verdict, 'Invalid by invite-codes');
  });

  it('is opened by the page of its recipe', async () => {
    const { page } = await open();
    await page.goto(`${site().address}/recipes/rate-limit`);
    await page.getByRole('link', { name: 'Open in the playground' }).click();

    await expectText(page.getByRole('tab'), 'rate-limit');
  });

  it('is blank for a start', async () => {
    const { editor, openExample, verdict } = await open();
    await openExample('Blank Action');

    await expectText(verdict, 'Allowed');
    await expectText(editor, /async \(event, api\) => \{\s+\};/);
  });
});

it('opens links out of the playground in a new tab', async () => {
  const { page, editor, replace } = await open();
  await replace(editor, toSource("  setTimeout(() => api.access.deny('late', 'Late.'), 50);"));
  const link = page.getByRole('region', { name: 'Diagnostics' }).getByRole('link').first();
  await link.waitFor();

  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await link.getAttribute('rel')).toBe('noopener');
});
