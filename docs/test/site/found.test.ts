import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRequired, listPages, onSite } from './on-site.ts';

const { visit } = onSite();
const built = fileURLToPath(new URL('../../.vitepress/dist/', import.meta.url));
const read = (file: string): string => readFileSync(`${built}${file}`, 'utf8');
const pages = isRequired ? listPages() : [];

/** What people type, and the page that has to come first. */
const searches: Readonly<Record<string, RegExp>> = {
  toHaveDenied: /\/(matchers|cheat-sheet)#/,
  createMockEvent: /\/(testing|event)/,
  loadAction: /\/(testing|modules)/,
  'rate limit': /\/recipes\/rate-limit/,
  'invite code': /\/recipes\/invite-codes/,
  'allow list': /\/recipes\/allow-list/,
  secrets: /\/(flows|cli|contract|recipes)/,
  passwordless: /\/(recipes|event|contract)/,
  'env-file': /\/(cli|ci|troubleshooting)/,
  'exit status': /\/(cli|cheat-sheet)/,
  limits: /\/(contract|cheat-sheet)/,
  'metadata size': /\/(contract|cheat-sheet|diagnostics)/,
  F6: /\/contract#f6/,
  C11: /\/contract#c11/,
  'late-call': /\/diagnostics#late-call/,
  'optional-field': /\/diagnostics#optional-field/,
  'handler must be async': /\/troubleshooting/,
  'possibly undefined': /\/troubleshooting/,
  TS2339: /\/troubleshooting/,
  'works here': /\/troubleshooting/,
  jest: /\/(testing|start|migrating)/,
  'jest.fn': /\/(migrating|comparison)/,
  vitest: /\/(testing|start)/,
  coverage: /\/testing-recipes/,
  'fake timers': /\/(testing|troubleshooting)/,
  typescript: /\/(types|ci|testing|start|cli)/,
  terraform: /\/(ci|cli)/,
  'github actions': /\/ci/,
  gitlab: /\/ci/,
  monorepo: /\/ci/,
  debug: /\/(debugging|cli#debug)/,
  'event example': /\/event/,
  'better auth': /\/(better-auth|hosts|leaving)/,
  supabase: /\/(hooks|leaving)/,
};

describe.skipIf(!isRequired)('search', () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit('start');
    await page.keyboard.press('ControlOrMeta+k');
  });
  afterAll(() => page?.context().close());

  it.each(Object.entries(searches))('finds the right page first for "%s"', async (text, first) => {
    const input = page.locator('#localsearch-input');
    await input.fill('');
    await input.fill(text);
    await expect
      .poll(() => page.locator('.VPLocalSearchBox .result').first().getAttribute('href'), {
        timeout: 20_000,
      })
      .toMatch(first);
  });
});

describe.skipIf(!isRequired)('every page', () => {
  const heads = pages.map((path) => {
    const html = read(path === '' || path.endsWith('/') ? `${path}index.html` : `${path}.html`);
    const find = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
    return {
      path,
      title: find(/<title>(.*?)<\/title>/),
      description: find(/<meta name="description" content="(.*?)">/),
      canonical: find(/<link rel="canonical" href="(.*?)">/),
      card: find(/<meta property="og:image" content="(.*?)">/),
    };
  });

  it('has a title and a description of its own', () => {
    for (const field of ['title', 'description'] as const) {
      const values = heads.map((head) => head[field]);
      const twice = heads.filter(
        (head) => values.filter((value) => value === head[field]).length > 1,
      );
      expect(twice.map(({ path }) => path)).toEqual([]);
      expect(values).not.toContain('');
    }
  });

  it('has a canonical address and a picture', () => {
    for (const { path, canonical, card } of heads) {
      expect(canonical).toBe(`https://signup-actions.github.io/signup-actions/${path}`);
      expect(
        read(card.replace('https://signup-actions.github.io/signup-actions/', '')).length,
      ).toBeGreaterThan(1_000);
    }
  });

  it('is in the sitemap', () => {
    const sitemap = read('sitemap.xml');
    for (const { canonical } of heads) expect(sitemap).toContain(`<loc>${canonical}</loc>`);
  });
});

it.skipIf(!isRequired)('machines find the site', () => {
  expect(read('robots.txt')).toContain(
    'Sitemap: https://signup-actions.github.io/signup-actions/sitemap.xml',
  );
  expect(read('signup-case.schema.json')).toContain('"title": "A test case of signup-actions"');
  expect(read('llms.txt')).toContain('Get started');
  expect(read('llms-full.txt')).toContain('exports.onExecutePreUserRegistration');
});

it.skipIf(!isRequired)('a page that does not exist says so, and helps', async () => {
  const page = await visit('nothing-here');
  expect(await page.locator('h1').innerText()).toBe('This page does not exist');
  await page.getByRole('link', { name: 'Get started', exact: true }).last().click();
  await expect.poll(() => page.url()).toMatch(/\/start$/);
});
