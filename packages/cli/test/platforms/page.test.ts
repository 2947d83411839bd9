import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSignupServer, type SignupServer } from '../../src/server.ts';
import { createFolder } from '../command.ts';

const action = `exports.onExecutePreUserRegistration = async (event, api) => {
  api.cache.set('last', event.user.email);
  if (event.request.body['ulp-code'] === 'wrong') return api.access.deny('wrong code', 'No such code.');
  api.user.setAppMetadata('when', new Date(0));
};
`;
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
/** An attacker's address, which would run if it were ever HTML. */
const markup = '"><img/src=x/onerror=globalThis.isHit=1>@example.com';

describe.runIf(process.env['SIGNUP_ACTIONS_PLATFORMS'] === 'required')('the page', () => {
  let server: SignupServer;
  let browser: Browser;
  beforeAll(async () => {
    const tenant = join(createFolder({ 'gate.js': action }), 'gate.js');
    server = await startSignupServer({ tenant });
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(() => server.reset());

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.getByLabel('ulp-code').waitFor();
    return page;
  }
  const signUp = (email: string, fields: Record<string, string> = {}): Promise<unknown> =>
    fetch(`${server.url}/dbconnections/signup`, {
      method: 'POST',
      body: JSON.stringify({
        client_id: 'app',
        connection: 'Username-Password-Authentication',
        password: 'Correct-Horse-1',
        email,
        ...fields,
      }),
    });
  const verdict = (page: Page) => page.locator('.verdict .title');

  it('signs a user up with the keyboard alone, and shows what the Actions did', async () => {
    const page = await open();
    await page.getByLabel('Way').focus();
    for (const text of ['', '', 'bob@example.com', '', 'wrong']) {
      if (text !== '') await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');

    await expect.poll(() => verdict(page).innerText()).toContain('Denied by gate');
    expect(await page.locator('form [role=status]').innerText()).toBe('No such code.');
    expect(await page.getByText('api.access.deny("wrong code"').isVisible()).toBe(true);
    expect(server.signups).toMatchObject([{ event: { user: { email: 'bob@example.com' } } }]);
  });

  it('shows signups of an application as they arrive, and keeps the one that is chosen', async () => {
    const page = await open();
    await signUp('first@example.com');
    await page.getByRole('button', { name: 'first@example.com' }).click();
    await signUp('second@example.com');

    await page.getByRole('button', { name: 'second@example.com' }).waitFor();
    expect(await page.locator('#outcome').innerText()).toContain('first@example.com');
    expect(await page.locator('[aria-labelledby=cache] td').allInnerTexts()).toContain(
      'second@example.com',
    );
    await page.getByRole('button', { name: /^Forget/ }).click();
    await page.getByText('None yet.').waitFor();
  });

  it('shows the text of an attacker as text, and asks nobody else for anything', async () => {
    const page = await open();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await signUp(markup);

    await page.getByRole('button', { name: markup }).waitFor();
    expect(await page.evaluate('globalThis.isHit')).toBeUndefined();
    await page.reload();
    await page.getByRole('button', { name: markup }).waitFor();
    expect(requests.filter((url) => !url.startsWith(server.url) && url !== 'data:,')).toEqual([]);
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('is accessible in the %s, %i pixels wide, and fits', async (colorScheme, width) => {
    const page = await open({ colorScheme, viewport: { width, height: 900 } });
    await signUp('ada@example.com');
    await signUp(`${'long'.repeat(40)}@example.com`);
    await signUp('bob@example.com', { 'ulp-code': 'wrong' });
    await page.getByRole('button', { name: 'bob@example.com' }).click();
    await expect.poll(() => verdict(page).innerText()).toContain('Denied by gate');
    await page.evaluate(axeSource);

    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
    const sideways = 'document.documentElement.scrollWidth - innerWidth';
    expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);
  });
});
