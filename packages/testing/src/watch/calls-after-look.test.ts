import { createMockApi, createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { throwCallAfterLook } from './calls-after-look.ts';
import { withoutLines } from '../../test/without-lines.ts';

expect.addSnapshotSerializer(withoutLines);

const refuse: PreUserRegistrationAction = async (event, api) => {
  await Promise.resolve();
  api.access.deny(`blocked ${event.user.email}`, 'Please use another address.');
};

it('a call that comes after a matcher has looked at a mock api fails the test', async () => {
  const api = createMockApi();
  const run = refuse(createMockEvent(), api);
  expect(api).toHaveAllowed();
  await run;

  expect(throwCallAfterLook).toThrowErrorMatchingInlineSnapshot(`
    [LateWorkError: Failed to test with a mock api: a call came after the test had looked at it.
      api.access.deny(…) at calls-after-look.test.ts:…
    Is an await missing? If the test calls the Action again on purpose, look again with a matcher or api.outcome().
    https://signup-actions.github.io/signup-actions/diagnostics#late-call]
  `);
  expect(throwCallAfterLook).not.toThrow();
});

it.each<[string, (api: ReturnType<typeof createMockApi>) => unknown]>([
  ['a matcher', (api) => expect(api).toHaveDenied()],
  ['the outcome', (api) => api.outcome()],
  ['the diagnostics', (api) => api.diagnostics],
])('a test may call an Action again and look at %s', async (_, look) => {
  const api = createMockApi();
  expect(api).toHaveAllowed();
  await refuse(createMockEvent(), api);
  look(api);

  expect(throwCallAfterLook).not.toThrow();
});

it('a test that has not looked yet may call as it likes', async () => {
  const api = createMockApi();
  await refuse(createMockEvent(), api);

  expect(throwCallAfterLook).not.toThrow();
});
