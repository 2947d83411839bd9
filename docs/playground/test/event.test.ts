import { describe, expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource } from './open-page.ts';

const { open } = inBrowser();

describe('the event', () => {
  it('is edited as a form, whose fields are those of the JSON', async () => {
    const { page, editor, openEvent, replace, verdict } = await open();
    await replace(
      editor,
      toSource(
        "  api.access.deny(event.user.email + event.request.body['ulp-plan'], String(event.user.user_metadata.tier));",
      ),
    );
    await page.getByLabel('Email').fill('eve@example.org');
    await page.getByRole('button', { name: '+ ulp-plan' }).click();
    await page.keyboard.type('gold');
    await page.getByRole('button', { name: 'Add a property of user metadata' }).click();
    await page.keyboard.type('tier');
    await page.getByLabel('Value of property of user metadata tier').fill('one');
    await expectText(verdict, /eve@example\.orggold[^]*one/);

    const json = await openEvent();
    await expectText(json, /"ulp-plan": "gold"/);
    await replace(json, '{ "user": { "email": "bob@example.org" } }');
    await page.getByRole('radio', { name: 'Form' }).check();
    expect(await page.getByLabel('Email').inputValue()).toBe('bob@example.org');
    await page.getByLabel('Email').fill('');
    await expectText(verdict, 'ada@example.com');
  });

  it('is completed and checked against the types', async () => {
    const { page, openEvent, replace } = await open();
    const json = await openEvent();
    await page.getByText('Types loaded').waitFor();
    await replace(json, '{ "user": { "email": 5 } }');
    await expectText(
      page.locator('.cm-line-mark'),
      "TS2322 Type 'number' is not assignable to type 'string'.",
    );

    await replace(json, '{ "user": { ');
    await page.keyboard.type('"nick');
    await expectText(page.locator('.cm-tooltip-autocomplete'), /^\s*nickname\s*$/);
  });

  it('with a misspelt field does not run, and the line says what to write', async () => {
    const { page, openEvent, replace, verdict } = await open();
    await replace(await openEvent(), '{\n  "user": {\n    "emal": "a@b.example"\n  }\n}');

    await expectText(verdict, /Not run[^]*No event has event\.user\.emal: write email\./);
    await expectText(page.locator('.cm-line-mark'), /^event No event has event\.user\.emal/);
  });
});

it('offers the secrets that an Action reads', async () => {
  const { page, openExample, editor, replace, verdict } = await open();
  await openExample('Blank Action');
  await replace(editor, toSource("  api.access.deny(event.secrets.PLAN, 'No.');"));
  await page.getByRole('button', { name: '+ PLAN' }).click();
  await page.keyboard.type('basic');

  await expectText(verdict, /Denied by my-action/);
  expect(await page.getByLabel('Value of secret PLAN').inputValue()).toBe('basic');
});
