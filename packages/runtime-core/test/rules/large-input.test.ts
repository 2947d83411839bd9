import { expect, it } from 'vitest';
import { event, idle, run } from '../run.ts';

it('a string of ten megabytes is too large, and the message stays short', async () => {
  const { failure } = await run({
    action: async (_event, api) => api.user.setUserMetadata('text', 'x'.repeat(10_000_000)),
  });

  expect(failure?.error.code).toBe('metadata-too-large');
  expect(failure?.error.message.length).toBeLessThan(300);
});

it('an event with many properties is copied', async () => {
  const body = Object.fromEntries(
    Array.from({ length: 200_000 }, (_, index) => [`key${index}`, index]),
  );
  const wide = { ...event, request: { ...event.request, body } };

  expect((await run({ idle }, { event: wide })).status).toBe('allowed');
});

it('a value that JSON changes in countless places is reported only ten times', async () => {
  const wide = Object.fromEntries(
    Array.from({ length: 200_000 }, (_, index) => [`k${index}`, undefined]),
  );

  const outcome = await run({
    action: async (_event, api) => {
      api.access.deny('no', 'No.');
      api.user.setUserMetadata('wide', wide as never);
    },
  });

  expect(outcome.status).toBe('denied');
  expect(outcome.diagnostics.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 10 }, () => 'metadata-not-json'),
    'call-after-refusal',
  ]);
});
