import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import { onExecutePreUserRegistration } from './action.js';

it('refuses in a flow as it does on its own', async () => {
  const event = createMockEvent({ user: { email: 'mallory@disposable.example' } });
  expect(await runAction(onExecutePreUserRegistration, event)).toHaveDenied('disposable email');
});

it('is decided by the engine alone', async () => {
  const actions = [{ name: 'block-disposable', handler: onExecutePreUserRegistration }];
  const outcome = await createRuntime().run({ event: createMockEvent(), actions });
  expect(outcome).toMatchObject({ status: 'allowed', user: { app_metadata: { plan: 'free' } } });
});
