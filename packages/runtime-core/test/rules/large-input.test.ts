import { createRuntime, type Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction, PreUserRegistrationAPI } from '@signup-actions/types';
import { expect, it } from 'vitest';

const event = createMockEvent();

const run = (handler: unknown, odd: unknown = event): Promise<Outcome> =>
  createRuntime().run({
    event: odd as never,
    actions: [{ name: 'action', handler: handler as PreUserRegistrationAction }],
  });

it('a text of ten megabytes is too much, and said in a few words', async () => {
  const outcome = await run(async (_event: unknown, api: PreUserRegistrationAPI) =>
    api.user.setUserMetadata('text', 'x'.repeat(10_000_000)),
  );

  expect(outcome).toMatchObject({ failure: { error: { code: 'metadata-too-large' } } });
  expect(outcome.status === 'failed' && outcome.failure.error.message.length).toBeLessThan(300);
});

it('an event that is wide is copied', async () => {
  const body = Object.fromEntries(
    Array.from({ length: 200_000 }, (_, index) => [`key${index}`, index]),
  );
  const wide = { ...event, request: { ...event.request, body } };

  expect((await run(async () => {}, wide)).status).toBe('allowed');
});

it('a value that JSON changes in countless places is reported a few times', async () => {
  const wide = Object.fromEntries(
    Array.from({ length: 200_000 }, (_, index) => [`k${index}`, undefined]),
  );

  const outcome = await run(async (_event: unknown, api: PreUserRegistrationAPI) => {
    api.access.deny('no', 'No.');
    api.user.setUserMetadata('wide', wide as never);
  });

  expect(outcome.status).toBe('denied');
  expect(outcome.diagnostics.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 10 }, () => 'metadata-not-json'),
    'call-after-refusal',
  ]);
});
