import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { createRuntime, formatOutcome } from '@signup-actions/runtime-core';

it('runs the example of the README', async () => {
  const users: unknown[] = [];
  const createUser = async (user: unknown): Promise<void> => {
    users.push(user);
  };
  const event = createMockEvent();
  const secrets = { DOMAIN: 'disposable.example' };
  const blockDisposable: PreUserRegistrationAction = async (own, api) => {
    if (own.user.email?.endsWith(`@${own.secrets['DOMAIN']}`)) {
      api.access.deny('disposable email', 'Please use your work address.');
    }
  };

  const runtime = createRuntime();
  const outcome = await runtime.run({
    event,
    actions: [{ name: 'block-disposable', handler: blockDisposable, secrets }],
  });
  if (outcome.status === 'allowed') await createUser(outcome.user);
  else console.log(formatOutcome(outcome));

  expect(users).toEqual([event.user]);
});
