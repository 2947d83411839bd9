import { createMockEvent, runAction } from '@signup-actions/testing';
import '@signup-actions/testing/vitest';
import { expect, it } from 'vitest';
import { onExecutePreUserRegistration } from '../block-domains.js';

it('refuses disposable addresses', async () => {
  const event = createMockEvent({ user: { email: 'mallory@tempmail.example' } });

  const outcome = await runAction(onExecutePreUserRegistration, event);

  expect(outcome).toHaveDenied('disposable domain tempmail.example');
});

it('lets everybody else in', async () => {
  const outcome = await runAction(onExecutePreUserRegistration, createMockEvent());

  expect(outcome).toHaveAllowed();
});
