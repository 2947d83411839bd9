import { expect, it } from 'vitest';
import { run, toAction, toJob } from '../../test/run.ts';
import { cutFlowOutcome, type CutFlowOutcome } from './cut-flow-outcome.ts';

async function runAndCut(...actions: Parameters<typeof toJob>[0]): Promise<CutFlowOutcome> {
  const { getOutcome } = await run(toJob(actions));
  return cutFlowOutcome(getOutcome(), 5);
}

it('keeps two hundred calls, and counts the others by their Actions', async () => {
  const body = 'for (let i = 0; i < 150; i += 1) api.user.setAppMetadata("k", i);';
  const { outcome, leftOut } = await runAndCut(
    toAction(body, { name: 'first' }),
    toAction(body, { name: 'second' }),
    toAction('api.cache.get("k");', { name: 'third' }),
  );

  expect(outcome.calls).toHaveLength(200);
  expect(leftOut.calls).toEqual(
    new Map([
      ['second', 100],
      ['third', 1],
    ]),
  );
});

it('keeps the verdict even if the call that decided is left out', async () => {
  const { outcome } = await runAndCut(
    toAction(
      'for (let i = 0; i < 300; i += 1) api.cache.get("k");\napi.access.deny("last", "Last.");',
    ),
  );

  expect(outcome).toMatchObject({ status: 'denied', refusal: { reason: 'last' } });
});

it('keeps two hundred refusals and diagnostics, and counts those dropped before', async () => {
  const { outcome, leftOut, diagnosticSites } = await runAndCut(
    toAction('for (let i = 0; i < 500; i += 1) api.access.deny("no", "No.");'),
  );

  expect(
    [outcome.refusals, outcome.diagnostics, diagnosticSites].map(({ length }) => length),
  ).toEqual([200, 200, 200]);
  expect(leftOut.diagnostics).toBe(299 + 5);
});

it('cuts long strings everywhere but in the user', async () => {
  const { outcome } = await runAndCut(
    toAction('api.user.setAppMetadata("bio", { text: "x".repeat(3_000) });'),
  );

  expect(outcome.calls[0]?.args).toEqual([
    'bio',
    { text: `${'x'.repeat(2_000)}… (1,000 more characters)` },
  ]);
  expect(outcome).toMatchObject({ user: { app_metadata: { bio: { text: 'x'.repeat(3_000) } } } });
});

it('leaves the message out of the stack of a failure', async () => {
  const { outcome } = await runAndCut(toAction('throw new Error("m".repeat(5_000));'));

  expect(outcome).toMatchObject({
    failure: { error: { stack: expect.stringMatching(/^Error: \n\s+at .*\/actions\/own\.js:2:/) } },
  });
});
