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

it('F14: a message names the call without repeating long arguments', async () => {
  const outcome = await run({
    long: async (_event, api) => {
      api.user.setUserMetadata('k', { at: new Date(0), text: 'x'.repeat(30_000) } as never);
      api.access.deny('y'.repeat(60_000), '');
    },
  });

  expect(outcome.diagnostics.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "api.user.setUserMetadata("k", an object) received an object with "at", which changes when it is converted to JSON; pass the value that should be stored.",
      "api.access.deny(a string of 60000 characters, "") has no message for the user; pass one as the second argument.",
    ]
  `);
});

it('F14: a flow reports at most a thousand diagnostics, and counts the others', async () => {
  const outcome = await run({
    loop: async (_event, api) => {
      for (let time = 0; time < 1_500; time += 1) api.user.setUserMetadata('k', undefined as never);
      api.access.deny('no', 'No.');
    },
  });

  expect(outcome.status).toBe('denied');
  expect(outcome.diagnostics).toHaveLength(1_001);
  expect(outcome.diagnostics.at(-1)).toMatchInlineSnapshot(`
    {
      "code": "too-many-diagnostics",
      "message": "500 more diagnostics were left out, because a flow reports at most 1,000; fix the first ones and run it again.",
    }
  `);
});

it('F14: what the calls of a flow keep is bounded, and its first refusal is kept whole', async () => {
  const long = 'x'.repeat(1_000_000);
  const results: unknown[] = [];
  const outcome = await run({
    loop: async (_event, api) => {
      for (let time = 0; time < 40; time += 1) {
        try {
          api.user.setUserMetadata('k', `${time}${long}`);
        } catch (error) {
          results.push((error as { code: string }).code);
        }
      }
      for (let time = 0; time < 3; time += 1) api.access.deny(`${time}${long}`, 'No.');
    },
  });
  const kept = outcome.calls.flatMap(({ args }) => args as readonly string[]);

  expect(kept.join('').length).toBeLessThan(20_000_000);
  expect(results.slice(-1)).toEqual(['too-many-calls']);
  expect(outcome.refusal).toMatchObject({ reason: `0${long}` });
  expect(outcome.refusals[2]).toMatchObject({ reason: 'a string of 1000001 characters' });
});

it('F14: of countless refusals the first ones are kept', async () => {
  const outcome = await run({
    loop: async (_event, api) => {
      for (let time = 0; time < 25_000; time += 1) api.access.deny(`${time}`, 'No.');
    },
  });

  expect(outcome.refusal).toMatchObject({ reason: '0' });
  expect(outcome.calls.length).toBeLessThanOrEqual(20_000);
});
