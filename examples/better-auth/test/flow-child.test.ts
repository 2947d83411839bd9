import { fileURLToPath } from 'node:url';
import { createMockEvent } from '@signup-actions/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { startFlowChild } from '../src/flow-child.ts';

const examples = fileURLToPath(new URL('../../', import.meta.url));
afterEach(() => void vi.useRealTimers());

it('an event that cannot be sent fails the signup, and the process is not killed for it later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const maxReplyMs = 5_000;
  const child = startFlowChild({
    folder: `${examples}/tenant`,
    secretsFile: `${examples}/tenant.env`,
    cacheUrl: '',
    maxMemoryMb: 64,
    maxReplyMs,
    log: () => {},
  });
  expect(await child.ready).toBe(true);
  const nested: unknown = JSON.parse('['.repeat(15_000) + ']'.repeat(15_000));

  const event = createMockEvent();
  const failed = await child.decide({ ...event, request: { ...event.request, body: { nested } } });
  vi.advanceTimersByTime(maxReplyMs);

  expect(failed.status).toBe('failed');
  expect(
    await child.decide(createMockEvent({ user: { email: 'ada@corp.example' } })),
  ).toMatchObject({
    calls: expect.arrayContaining([expect.objectContaining({ action: 'limit-attempts' })]),
  });
  child.kill();
});
