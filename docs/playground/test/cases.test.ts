import { createMockEvent, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource, type OpenPage } from './open-page.ts';

const { open } = inBrowser();
const toFile = (name: string, data: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(data),
});
async function openFiles({ page }: OpenPage, ...files: readonly (readonly [string, string])[]) {
  await page.locator('summary', { hasText: 'Files' }).click();
  await page.getByLabel('Files…').setInputFiles(files.map(([name, data]) => toFile(name, data)));
}
const count = toSource(`  const { value = '0' } = api.cache.get('attempts') ?? {};
  api.cache.set('attempts', String(Number(value) + 1));
  if (Number(value) >= 4) api.access.deny(event.secrets.WHY, 'Later.');`);

it('opens a test case with its signups, secrets and cache, which each run begins with', async () => {
  const opened = await open();
  const { page, verdict, run, errors } = opened;
  const found = {
    actions: '../count.js',
    secrets: { WHY: 'too many' },
    cache: { attempts: { value: '3', ttl: 3_600_000 } },
    signups: [
      { name: 'the fourth', event: { user: { email: 'eve@example.com' } } },
      { name: 'the fifth', afterMs: 60_000, expect: { status: 'denied' } },
    ],
  };
  await openFiles(opened, ['count.js', count], ['count.signup.json', JSON.stringify(found)]);
  await page.getByText('What the case expects is left out').waitFor();
  await run();
  const rows = page.getByRole('table').first();
  await expectText(rows, /the fourth[^]*Allowed[^]*attempts = 4[^]*the fifth[^]*Denied by count/);
  await page.getByRole('radio', { name: /the fifth/ }).check();
  await expectText(verdict, '[secret WHY]');
  // Unlike a cache that runs leave behind, the records are there each time.
  await run();
  await page.reload();
  await expectText(rows, /attempts = 4[^]*attempts = 5/);
  await page.getByLabel('Value of record attempts').fill('0');
  await expectText(rows, /attempts = 1[^]*attempts = 2/);
  expect(errors).toEqual([]);
});

it('opens a test case by drop, for the Actions of the page, and one of several', async () => {
  const { page, editor, replace, verdict } = await open();
  await replace(editor, toSource("  api.access.deny(`no ${event.user.email}`, 'No.');"));
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const toText = (email: string): string => `event: { user: { email: ${email} } }`;
    transfer.items.add(new File([toText('ada@example.com')], 'ada.signup.yaml'));
    transfer.items.add(new File([toText('eve@example.com')], 'eve.signup.yml'));
    return transfer;
  });
  await page.locator('body').dispatchEvent('drop', { dataTransfer: dropped });

  await expectText(verdict, 'no ada@example.com');
  await page.getByLabel('Test case').selectOption('eve.signup.yml');
  await expectText(verdict, 'no eve@example.com');
});

it('chooses which signups of a long trace are in the table', async () => {
  const toSignup = async (index: number) => {
    const event = createMockEvent({ user: { email: `user${index}@example.com` } });
    const outcome = await runAction(
      {
        name: 'own',
        handler: async (_, api) => (index === 40 ? api.access.deny('the one', 'No.') : undefined),
      },
      event,
    );
    const data = JSON.parse(JSON.stringify(outcome)) as object;
    return { ...data, signup: { label: `signup ${index}` }, event, console: [] };
  };
  const trace = {
    traceVersion: 1,
    actions: [
      { name: 'own', file: 'own.js', source: toSource(''), secrets: [], configuration: {} },
    ],
    modules: [],
    signups: await Promise.all(Array.from({ length: 50 }, (_, index) => toSignup(index + 1))),
  };
  const opened = await open();
  const { page, errors } = opened;
  await openFiles(opened, ['trace.json', JSON.stringify(trace)]);
  const rows = page.getByRole('table').first();
  const chooser = page.getByRole('group', { name: 'Signups of trace.json' });

  await expectText(chooser, '1–20 of 50');
  await expectText(rows, /user1@[^]*user40@example.com[^]*Denied by own/);
  await chooser.getByRole('button', { name: 'Later signups' }).click();
  await expectText(rows, /^(?![^]*user40@)[^]*user20@[^]*user39@/);
  await chooser.getByRole('searchbox').fill('user4');
  await expectText(chooser, '1–11 of 11 found in 50');
  await chooser.getByRole('combobox').selectOption('only failed');
  await expectText(chooser, 'None of 50');
  expect(errors).toEqual([]);
});
