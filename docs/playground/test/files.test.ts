import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { createMockEvent, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { expectText, inBrowser } from './in-browser.ts';
import { toSource, type OpenPage } from './open-page.ts';

const { open, site } = inBrowser();
const tenant = fileURLToPath(new URL('../../../examples/tenant', import.meta.url));
const openMenu = ({ page }: OpenPage): Promise<void> =>
  page.locator('summary', { hasText: 'Files' }).click();
const toFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

it('opens a folder that the deploy tool exported, and runs it once the visitor says so', async () => {
  const opened = await open();
  const { page, verdict, steps, requests, errors } = opened;
  await openMenu(opened);
  const before = requests.length;
  await page.getByLabel('A folder…').setInputFiles(tenant);

  await expectText(verdict, 'came with a link or from files');
  expect(await page.getByRole('tab').allInnerTexts()).toEqual([
    expect.stringContaining('limit-attempts'),
    expect.stringContaining('block-disposable-domains'),
    expect.stringContaining('require-company'),
    expect.stringContaining('tag-plan'),
  ]);
  await page.getByText('Secrets without a value: BLOCKED_DOMAINS').waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expectText(steps, 'limit-attempts completed');
  // Only more of the page itself was loaded.
  expect(requests.slice(before).filter((url) => !url.startsWith(site().address))).toEqual([]);
  expect(errors).toEqual([]);
});

it('opens files, says what it cannot open, and restores what was there', async () => {
  const opened = await open();
  const { page, editor, replace, verdict } = opened;
  await replace(editor, toSource("  api.access.deny('mine', 'Mine.');"));
  await expectText(verdict, 'mine');
  await openMenu(opened);
  await page.getByLabel('Files…').setInputFiles(toFile('notes.md', '# Notes'));
  await page.getByText('Failed to open notes.md: the playground reads').waitFor();
  await expectText(verdict, 'mine');
  await openMenu(opened);
  await page
    .getByLabel('Files…')
    .setInputFiles([toFile('first.js', toSource('')), toFile('second.js', toSource(''))]);
  await page.getByText('Opened: first, second.').waitFor();
  await page.getByRole('button', { name: 'Restore the previous version' }).click();

  await expectText(verdict, 'mine');
});

it('opens what is dropped, also on an editor', async () => {
  const { page, editor, verdict } = await open();
  const dropped = await page.evaluateHandle((source) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([source], 'dropped.js'));
    return transfer;
  }, toSource("  api.access.deny('dropped', 'Dropped.');"));
  await editor.dispatchEvent('dragover', { dataTransfer: dropped });
  await page.getByText('Drop to open').waitFor();
  await editor.dispatchEvent('drop', { dataTransfer: dropped });

  await page.getByText('Opened: dropped.').waitFor();
  await expectText(verdict, 'came with a link or from files');
});

it('downloads the Action, a test and a test case of what it does', async () => {
  const opened = await open('?example=block-domains');
  const { page, verdict } = opened;
  await expectText(verdict, 'Denied by block-domains');
  const download = async (label: string): Promise<readonly [name: string, text: string]> => {
    await openMenu(opened);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label }).click(),
    ]);
    return [saved.suggestedFilename(), await readFile(await saved.path(), 'utf8')];
  };

  expect(await download('This Action')).toEqual([
    'block-domains.js',
    expect.stringContaining('exports.onExecutePreUserRegistration'),
  ]);
  expect(await download('A test block-domains.test.js')).toEqual([
    'block-domains.test.js',
    expect.stringContaining('.toHaveDenied('),
  ]);
  const [name, text] = await download('A test case');
  expect(name).toBe('block-domains.signup.json');
  expect(JSON.parse(text)).toMatchObject({
    actions: ['block-domains.js'],
    expect: { status: 'denied', refusal: { action: 'block-domains' } },
  });
  expect(await download('All, as the deploy tool')).toEqual([
    'tenant.zip',
    expect.stringMatching(/^PK/),
  ]);
});

it('has a menu that fits a phone', async () => {
  const opened = await open('', { viewport: { width: 390, height: 844 } });
  await openMenu(opened);
  await opened.page.getByText('A folder…').waitFor();

  expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

it('opens and closes its menu with the keyboard', async () => {
  const { page } = await open();
  const menu = page.locator('summary', { hasText: 'Files' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.getByLabel('Files…').evaluate((input) => input.matches(':focus'))).toBe(true);
  await page.keyboard.press('Escape');

  expect(await page.getByLabel('Files…').isVisible()).toBe(false);
  expect(await menu.evaluate((summary) => summary.matches(':focus'))).toBe(true);
});

it('opens a trace, shows what was recorded, and runs its signups again', async () => {
  const source = toSource("  api.access.deny(`no ${event.user.email}`, 'No.');");
  const event = createMockEvent({ user: { email: 'eve@example.com' } });
  const recorded = await runAction(
    { name: 'own', handler: async (_, api) => api.access.deny('recorded', 'No.') },
    event,
  );
  const trace = {
    traceVersion: 1,
    actions: [{ name: 'own', file: 'own.js', source, secrets: [], configuration: {} }],
    modules: [],
    signups: [
      {
        ...(JSON.parse(JSON.stringify(recorded)) as object),
        signup: { label: 'first' },
        event,
        console: [],
      },
    ],
  };
  const opened = await open();
  const { page, verdict, run } = opened;
  await openMenu(opened);
  await page.getByLabel('Files…').setInputFiles(toFile('trace.json', JSON.stringify(trace)));

  await expectText(verdict, /Denied by own[^]*recorded/);
  await page.getByText('The outcome is the recorded one until you press Run.').waitFor();
  await run();
  await expectText(verdict, 'no eve@example.com');
});

it('runs, checks and downloads TypeScript', async () => {
  const source = `export const onExecutePreUserRegistration = async (event: Event, api: PreUserRegistrationAPI) => {
  const reason: string = 'typed';
  api.access.deny(reason, 'No.');
};
`;
  const opened = await open();
  const { page, editor, verdict, run, requests, errors } = opened;
  expect(requests.filter((url) => url.includes('sucrase'))).toEqual([]);
  await openMenu(opened);
  await page.getByLabel('Files…').setInputFiles(toFile('own.ts', source));
  await expectText(verdict, /These Actions came/);
  await run();
  await expectText(verdict, /Denied by own[^]*typed/);
  await page.getByText('Types loaded').waitFor();
  await editor.getByText("'typed'").click();
  await page.keyboard.press('End');
  await page.keyboard.type('\nconst size: number = reason;');
  await editor.getByText("Type 'string' is not assignable to type 'number'.").waitFor();
  await openMenu(opened);
  await page.getByRole('button', { name: 'as it runs own.js' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Language of own' }).selectOption('JavaScript');
  await expectText(verdict, 'This looks like TypeScript');
  expect(errors).toEqual([]);
});
