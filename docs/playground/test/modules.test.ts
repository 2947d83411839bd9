import { expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource } from './open-page.ts';

const { open } = inBrowser();

it('runs an Action with a module, which has its own name and secrets', async () => {
  const { page, editor, replace, openExample, verdict, steps, errors } = await open();
  await openExample('Blank Action');
  await page.getByRole('button', { name: '+ Module' }).click();
  await page.locator('[role=tabpanel]:visible').getByLabel('Name', { exact: true }).fill('team');
  await replace(
    editor,
    "exports.refuse = (api) => {\n  api.access.deny(actions.secrets.WHY, 'No.');\n};\n",
  );
  await page.locator('[role=tabpanel]:visible').getByText('+ Add a secret').click();
  await page.keyboard.type('WHY');
  await page.getByLabel('Value of secret WHY').fill('not in the team');
  await page.getByRole('tab', { name: 'my-action' }).click();
  await replace(editor, toSource("  require('actions:team').refuse(api);"));

  await expectText(verdict, 'Denied by my-action');
  await steps.getByRole('button', { name: 'line 2' }).click();
  await expectText(page.getByRole('tab', { selected: true }), 'team');
  await page.reload();
  await expectText(page.getByRole('tab', { selected: true }), 'team');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expectText(verdict, 'There is no Actions module team');
  expect(errors).toEqual([]);
});

it('completes what a module exports', async () => {
  const { page, editor, replace, openExample } = await open();
  await openExample('Blank Action');
  await page.getByRole('button', { name: '+ Module' }).click();
  await page.getByRole('tab', { name: 'my-action' }).click();
  await page.getByText('Types loaded').waitFor();
  await replace(editor, "require('actions:module-1')");
  await page.keyboard.type('.isW');

  await expectText(page.locator('.cm-tooltip-autocomplete'), 'isWorkAddress');
});

it('says why too many Actions cannot be shared', async () => {
  const { page } = await open();
  const add = page.getByRole('button', { name: 'Add an Action', exact: true });
  while ((await page.getByRole('tab').count()) < 31) await add.click();
  await page.getByRole('button', { name: 'Share' }).click();

  await page
    .getByText('Failed to share: a link holds at most 30 Actions, but there are 31.')
    .waitFor();
  expect(new URL(page.url()).hash).toBe('');
});
