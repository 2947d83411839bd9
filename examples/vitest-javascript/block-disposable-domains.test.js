import { createMockEvent, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import * as blockDisposableDomains from './actions/block-disposable-domains.cjs';

it('refuses disposable addresses', async () => {
  const event = createMockEvent({ user: { email: 'mallory@disposable.example' } });
  const outcome = await runAction(blockDisposableDomains, event);
  expect(outcome).toHaveDenied('disposable email', expect.stringContaining('work address'));
});

it.each(['ada@example.com', 'ada@not-disposable.example', undefined])(
  'lets %s in',
  async (email) => {
    const event = createMockEvent({ user: { email } });
    expect(await runAction(blockDisposableDomains, event)).toHaveAllowed();
  },
);
