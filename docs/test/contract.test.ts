import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  contractVersion,
  createRuntime,
  defaultLimits,
  redact,
  toTenantLog,
  type Limits,
} from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { isPlaceholder, platformSentences } from '@signup-actions/workbench';
import { expect, it } from 'vitest';
import { readPage } from '../snippets/read-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readPage('contract');

/** Whatever names rules: sources, tests, decisions, READMEs, and the other pages. */
const files = globSync(
  [
    'packages/*/{src,test}/**/*.{ts,js}',
    'packages/*/README.md',
    'docs/**/*.md',
    'examples/**/*.{ts,js,cjs}',
    '*.md',
  ],
  {
    cwd: root,
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      'docs/contract.md',
      'docs/{reference,project}/**',
    ],
  },
);

const rules = [...page.matchAll(/^### ([FRMUC]\d+): .+ \{#([a-z]\d+)\}$/gm)].map(
  ([, id = '', anchor]) => ({ id, anchor }),
);

it('has an anchor for each rule, which is its id', () => {
  expect(rules.length).toBe(page.match(/^### /gm)?.length);
  for (const { id, anchor } of rules) expect(anchor).toBe(id.toLowerCase());
});

it('has every rule that something names, and none that nothing names', () => {
  const named = files.flatMap(
    (file) => readFileSync(`${root}/${file}`, 'utf8').match(/\b[FRMUC]\d{1,2}\b/g) ?? [],
  );

  expect(rules.map(({ id }) => id).toSorted()).toEqual([...new Set(named)].toSorted());
});

it('gives each rule a grade, and a decision where it is ours', () => {
  for (const text of page.split(/^### /m).slice(1)) {
    expect(text).toMatch(/<Badge type="\w+" text="(spec|docs|seen|ours)" \/>/);
    if (text.includes('text="ours"')) expect(text).toContain('](./decisions/00');
  }
});

it('links each rule that the reference states to the reference', () => {
  const stated = page.split(/^### /m).filter((text) => /^.*text="spec"/.test(text));
  const unlinked = stated.filter((text) => !text.includes('/pre-user-registration-api-object)'));

  expect(stated.length).toBeGreaterThan(10);
  expect(unlinked).toEqual([]);
});

it('has the limits that the engine has', () => {
  const shown = [...page.matchAll(/^\| `(\w+)` +\| ([\d,]+) +\|/gm)].map(([, name = '', value]) => [
    name,
    Number(value?.replaceAll(',', '')),
  ]);

  expect(Object.fromEntries(shown)).toEqual(defaultLimits);
});

/** The text under a heading of the page. */
const readSection = (heading: string): string =>
  page.split(/^## /m).find((section) => section.startsWith(heading)) ?? '';

const unnumbered = ['Signup body', 'Loading an Action', 'Tenant log', 'Redaction'];

it.each(unnumbered)('%s: each rule without an id has a grade, too', (heading) => {
  const items = readSection(heading).match(/^- .*/gm) ?? [];

  expect(items.length).toBeGreaterThan(1);
  for (const item of items)
    expect(item).toMatch(/^- <Badge type="\w+" text="(docs|seen|ours)" \/>/);
});

it('says of a signup’s body what the types say', () => {
  const types = readFileSync(`${root}/packages/types/src/event/user.ts`, 'utf8');
  const [, ...limits] =
    /at most (\d+) properties\D+(\d+)[\s*]+characters\D+(\d+)/.exec(types) ?? [];

  expect(limits).toHaveLength(3);
  expect(readSection('Signup body').match(/\d+/g)).toEqual(limits);
});

it('has what keeps the command line from loading an Action', () => {
  const loading = readSection('Loading an Action');
  const limited = /^(?:code-|secret-|too-many-)/;

  for (const rule of Object.keys(platformSentences).filter((name) => !limited.test(name))) {
    expect(loading).toContain(`(./diagnostics#${rule})`);
  }
  expect(isPlaceholder(/`(_\w+_)`/.exec(loading)?.[1] ?? '')).toBe(true);
});

const run = (
  handler: PreUserRegistrationAction,
  secrets: Record<string, string> = {},
  limits: Partial<Limits> = {},
) =>
  createRuntime({ limits }).run({
    event: createMockEvent(),
    actions: [{ name: 'action', handler, secrets }],
  });

it('has every entry of the tenant’s log that the engine writes', async () => {
  const outcomes = await Promise.all([
    run(async () => {}),
    run(async () => {
      throw new Error('broken');
    }),
    run(() => new Promise(() => {}), {}, { flowTimeoutMs: 1 }),
  ]);
  const entries = outcomes.flatMap(toTenantLog);
  const written = entries.flatMap((entry) => [
    entry.type,
    'error_class' in entry && entry.error_class,
  ]);
  const shown = readSection('Tenant log').match(/(?<=`)(?:ss|fs|action\w+)(?=`)/g);

  expect(new Set(shown)).toEqual(new Set(written.filter((word) => word !== false)));
});

it('says from which length on a secret is taken out of a text', async () => {
  const isTakenOut = async (value: string): Promise<boolean> => {
    const outcome = await run(async (_, api) => api.access.deny(`not ${value} here`, ''), {
      value,
    });
    return !JSON.stringify(redact(outcome).refusals).includes(value);
  };
  const length = Number(/(\d+) characters or more/.exec(readSection('Redaction'))?.[1]);

  expect(await isTakenOut('x'.repeat(length))).toBe(true);
  expect(await isTakenOut('x'.repeat(length - 1))).toBe(false);
});

it('has the version that the engine has', () => {
  expect(readSection('Version').match(/\d{4}-\d\d-\d\d/g)).toEqual([contractVersion]);
});
