import { createMockApi, createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { onExecutePreUserRegistration } from './actions/block-disposable-domains.cjs';

it('refuses disposable addresses', async () => {
  const api = createMockApi();
  const event = createMockEvent({ user: { email: 'mallory@disposable.example' } });
  await onExecutePreUserRegistration(event, api);
  expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
});

it.each(['ada@example.com', 'ada@not-disposable.example', undefined])(
  'lets %s in',
  async (email) => {
    const api = createMockApi();
    await onExecutePreUserRegistration(createMockEvent({ user: { email } }), api);
    expect(api).toHaveAllowed();
  },
);
