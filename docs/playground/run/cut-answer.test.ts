import { expect, it } from 'vitest';
import { run, toAction } from '../test/run.ts';
import type { WorkerRun } from './run-in-worker.ts';

async function answer(
  ...actions: Parameters<typeof run>[0]
): Promise<Extract<WorkerRun, { type: 'outcome' }>> {
  const { run: done } = await run(actions);
  if (done.type !== 'outcome') throw new Error(`ended with ${done.type}`);
  return done;
}

it('keeps two hundred calls, and counts the others by their Actions', async () => {
  const body = 'for (let i = 0; i < 150; i += 1) api.user.setAppMetadata("k", i);';
  const { outcome, leftOut } = await answer(
    toAction(body, { name: 'first' }),
    toAction(body, { name: 'second' }),
    toAction('api.cache.get("k");', { name: 'third' }),
  );

  expect(outcome.calls).toHaveLength(200);
  expect(leftOut).toEqual({
    calls: new Map([
      ['second', 100],
      ['third', 1],
    ]),
    diagnostics: 0,
  });
});

it('takes the verdict from what is left out, too', async () => {
  const { outcome } = await answer(
    toAction(
      'for (let i = 0; i < 300; i += 1) api.cache.get("k");\napi.access.deny("last", "Last.");',
    ),
  );

  expect(outcome).toMatchObject({ status: 'denied', refusal: { reason: 'last' } });
});

it('keeps two hundred refusals and diagnostics', async () => {
  const { outcome, leftOut, diagnosticSites } = await answer(
    toAction('for (let i = 0; i < 500; i += 1) api.access.deny("no", "No.");'),
  );

  expect(
    [outcome.refusals, outcome.diagnostics, diagnosticSites].map(({ length }) => length),
  ).toEqual([200, 200, 200]);
  expect(leftOut.diagnostics).toBe(299);
});

it('cuts long texts wherever they stand, but for those of the user', async () => {
  const { outcome } = await answer(
    toAction('api.user.setAppMetadata("bio", { text: "x".repeat(3_000) });'),
  );

  expect(outcome.calls[0]?.args).toEqual([
    'bio',
    { text: `${'x'.repeat(2_000)}… (1,000 more characters)` },
  ]);
  expect(outcome).toMatchObject({ user: { app_metadata: { bio: { text: 'x'.repeat(3_000) } } } });
});

it('leaves the message out of the stack of a failure', async () => {
  const { outcome } = await answer(toAction('throw new Error("m".repeat(5_000));'));

  expect(outcome).toMatchObject({
    failure: { error: { stack: expect.stringMatching(/^Error: \n\s+at .*action-0\.js:2:/) } },
  });
});
