import { expect, it } from 'vitest';
import { bundle } from './bundle.ts';

/** What a bundle of the engine has no business with: platforms, and the texts of reports. */
const absent = [
  'process',
  'require',
  'Buffer',
  'globalThis',
  'node:',
  'eval(',
  'as created',
  '/dbconnections/signup',
  'actions_execution_failed',
];

it.each(absent)('a host that only runs flows bundles no %s', async (text) => {
  const code = await bundle("export { createRuntime } from '@signup-actions/runtime-core';");

  expect(code).not.toContain(text);
});

it.each(['fast-check', 'vitest', '@jest/globals', 'chai', 'node:'])(
  'the kit pulls in no %s',
  async (text) => {
    const code = await bundle("export * from '@signup-actions/testing';");

    expect(code).not.toContain(text);
  },
);

it('a report has the texts that are kept out of the engine', async () => {
  const code = await bundle(
    "export { formatOutcome, toTenantLog } from '@signup-actions/runtime-core';",
  );

  for (const text of ['as created', 'actions_execution_failed']) expect(code).toContain(text);
});
