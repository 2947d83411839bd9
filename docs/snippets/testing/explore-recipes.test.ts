import { readdirSync, readFileSync } from 'node:fs';
import { explore, formatFindings } from '@signup-actions/testing/fast-check';
import type { PreUserRegistrationModule } from '@signup-actions/types';
import { expect, it } from 'vitest';

const recipes = `${import.meta.dirname}/../../recipes`;
const tenant = `${import.meta.dirname}/../../../examples/tenant/actions`;

/** The recipe fails while the register is down, so that no user is created. */
const meant: Readonly<Record<string, readonly RegExp[]>> = {
  'call-api': [/the register returned/, /fetch failed/, /JSON/, /TimeoutError/],
};

const importAction = async (file: string) =>
  (await import(file)) as PreUserRegistrationModule;

const nothing = formatFindings([]);

const names = readdirSync(recipes)
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length));

it.each(names)('the recipe %s copes with every drawn signup', async (name) => {
  const { secrets } = JSON.parse(readFileSync(`${recipes}/${name}.json`, 'utf8')) as {
    secrets?: Record<string, string>;
  };
  const findings = await explore(await importAction(`${recipes}/${name}.js`), {
    fetch: true,
    secrets,
    accept: meant[name],
  });
  expect(formatFindings(findings)).toBe(nothing);
});

it.each(readdirSync(tenant).filter((name) => !name.endsWith('.json')))(
  'the example %s copes with every drawn signup',
  async (name) => {
    const findings = await explore(await importAction(`${tenant}/${name}/code.js`), {
      secrets: {
        BLOCKED_DOMAINS: 'disposable.example',
        TEAM_DOMAINS: 'corp.example',
      },
    });
    expect(formatFindings(findings)).toBe(nothing);
  },
);
