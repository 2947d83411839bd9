import { expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource } from './open-page.ts';

const { open } = inBrowser();

it('steps through the calls, with the user and the cache at each', async () => {
  const { page, editor, openExample, replace } = await open();
  await openExample('Blank Action');
  const steps = page.getByRole('region', { name: 'Step by step' });
  expect(await steps.count()).toBe(0);
  await replace(
    editor,
    toSource(
      "  api.cache.set('seen', 'yes', { ttl: 60_000 });\n  api.user.setUserMetadata('plan', 'free');\n  api.user.setUserMetadata('plan', 'pro');",
    ),
  );
  await expectText(steps, /Call 3 of 3, by my-action:[^]*"pro"/);

  await steps.getByRole('button', { name: 'One call back' }).click();
  await expectText(steps, /Call 2 of 3[^]*user_metadata\.plan\s+"free"[^]*seen\s+–\s+yes/);
  await steps.getByRole('slider').press('Home');
  await expectText(steps, /Before the first of 3 calls[^]*Cache so far\s+Empty/);
  expect(await steps.innerText()).not.toContain('user_metadata.plan');

  await steps.getByRole('button', { name: 'One call on' }).click();
  await steps.getByRole('button', { name: 'line 2' }).click();
  await expectText(editor.locator('.cm-activeLine'), 'api.cache.set');
});
