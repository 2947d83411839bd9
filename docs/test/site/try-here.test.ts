import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { onSite } from './on-site.ts';

const { visit } = onSite();
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

it('a recipe runs in place, and takes an edit to the playground', async () => {
  const page = await visit('recipes/block-domains');
  await page.getByRole('button', { name: 'Try it here' }).click();
  const embedded = page.locator('.embedded');
  await embedded.getByText('Denied').waitFor();
  await embedded.getByLabel('The Action').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(
    "exports.onExecutePreUserRegistration = async (event, api) => {\n  api.access.deny('mine', 'Mine.');\n};\n",
  );
  await embedded.getByText('mine', { exact: true }).waitFor();
  await embedded.getByRole('link', { name: 'Open in the playground' }).click();

  await page.getByText('came with a link').waitFor();
  expect(await page.locator('.playground .cm-content').first().innerText()).toContain("'mine'");
  await page.context().close();
});

it.each(['light', 'dark'] as const)(
  'a mistake runs in place, on two signups if it takes them, and is accessible in the %s theme',
  async (colorScheme) => {
    const page = await visit('diagnostics', { colorScheme });
    const snippet = page.locator('.snippet-wrong').filter({ hasText: "api.cache.set('attempts'" });
    const root = snippet.locator('xpath=following-sibling::*[1]');
    await root.getByRole('button', { name: 'Try it here' }).click();
    await root.locator('.cm-line-mark').getByText('cache-default-lifetime').waitFor();
    await page.addScriptTag({ path: axePath });

    expect(
      await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run('.embedded');
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      }),
    ).toEqual([]);
    await page.context().close();
  },
);
