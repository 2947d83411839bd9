import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { explore } from '@signup-actions/testing/fast-check';
import type { PreUserRegistrationModule } from '@signup-actions/types';
import { expect, it } from 'vitest';

const folder = `${import.meta.dirname}/actions/mistakes`;

/** Evaluates an Action as it is: these files are not part of a project that could import them. */
function loadAction(name: string): PreUserRegistrationModule {
  const file = `${folder}/${name}.js`;
  const source = `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`;
  const exports = {} as PreUserRegistrationModule;
  // oxlint-disable-next-line typescript/no-implied-eval, eslint/no-new-func -- the file is one of ours
  new Function('exports', 'require', source)(exports, createRequire(file));
  return exports;
}

/** The signup of each finding, and what the Action does with it. */
async function exploreFile(name: string): Promise<readonly string[]> {
  const findings = await explore(loadAction(name));
  return findings.map(({ problem, source }) => {
    const [, overrides = ''] = /createMockEvent\((.*)\);/.exec(source) ?? [];
    return `${problem.kind}: ${overrides}`;
  });
}

it('finds every optional field that an Action reads without a guard', async () => {
  expect(await exploreFile('optional-fields')).toEqual([
    'throws: { client: undefined }',
    'throws: { user: { email: undefined } }',
    'throws: { user: { user_metadata: undefined } }',
    'throws: { request: { user_agent: undefined } }',
    "throws: 'api-signup'",
  ]);
  expect(await exploreFile('optional-fields-by-alias')).toEqual([
    'throws: { user: { email: undefined } }',
    'throws: { user: { user_metadata: undefined } }',
    'throws: { request: { user_agent: undefined } }',
  ]);
});

it.each([
  ['helper', '{ user: { email: undefined } }'],
  ['helper-by-call', '{ user: { email: undefined } }'],
  ['helper-in-class', '{ user: { email: undefined } }'],
  ['one-mistake-one-finding', '{ client: undefined }'],
  ['optional-field-in-callback', '{ user: { email: undefined } }'],
  ['secret-without-guard', '{ user: { email: undefined } }'],
  ['throw-after-refusal', '{ user: { email: undefined } }'],
])('finds the absent field that breaks %s', async (name, overrides) => {
  expect(await exploreFile(name)).toContain(`throws: ${overrides}`);
});

it('finds each way of printing a secret', async () => {
  expect(await exploreFile('secrets-in-console')).toEqual(
    Array<string>(4).fill("exposes-secret: { secrets: { API_KEY: 'example-value-of-API_KEY' } }"),
  );
});
