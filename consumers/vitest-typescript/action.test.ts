import { createMockApi, createMockEvent } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import { onExecutePreUserRegistration } from './action.js';

it('refuses disposable addresses', async () => {
  const api = createMockApi();
  const event = createMockEvent({ user: { email: 'mallory@disposable.example' } });
  await onExecutePreUserRegistration(event, api);
  expect(api).toHaveDenied('disposable email', expect.stringContaining('work address'));
});
