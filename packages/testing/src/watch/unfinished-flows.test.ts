import { runAction, runFlow } from '@signup-actions/testing';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { testsState } from './tests.ts';
import { throwUnfinishedFlow } from './unfinished-flows.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const forever = new Promise<void>(() => {});

/** Lets the runner's limit of this test be so short that an Action exceeds it. */
function shortenTest(): void {
  const tests = testsState;
  const { timeoutMs } = tests;
  tests.timeoutMs = 20;
  onTestFinished(() => void (tests.timeoutMs = timeoutMs));
}

it('an Action that hangs fails before the runner ends the test', async () => {
  shortenTest();
  const done = async function done(): Promise<void> {};
  const hang = async function hang(): Promise<void> {
    await forever;
  };

  await expect(runFlow([done, hang])).rejects.toThrowErrorMatchingInlineSnapshot(`
    [HangingActionError: Failed to run the flow: hang has not settled, and the 20 ms of its test are almost over.
    Is there a promise that never settles, or a callback that is never called?]
  `);
});

it('the message names the requests that have no answer', async () => {
  shortenTest();
  vi.stubGlobal('fetch', () => forever);

  await expect(
    runAction(async function callApi() {
      await fetch('https://api.example/check', { method: 'POST' });
    }),
  ).rejects.toThrowErrorMatchingInlineSnapshot(`
    [HangingActionError: Failed to run the flow: callApi has not settled, and the 20 ms of its test are almost over.
    It waits for a response to POST https://api.example/check.
    Respond to the request in the test, for example with msw or a MockAgent of undici.]
  `);
});

it('the message says that timers are fake', async () => {
  shortenTest();
  vi.useFakeTimers();

  await expect(
    runAction(async function retry() {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }),
  ).rejects.toThrowErrorMatchingInlineSnapshot(`
    [HangingActionError: Failed to run the flow: retry has not settled, and the 20 ms of its test are almost over.
    The timers are fake: a wait ends only when the test advances them.]
  `);
});

it('a flow that still runs when its test ends fails the test, and no other', async () => {
  let isSettled = false;
  const run = runAction(async function hang() {
    await forever;
  });

  expect(throwUnfinishedFlow).toThrowErrorMatchingInlineSnapshot(`
    [HangingActionError: Failed to run the flow: the test ended while an Action was running.
    Is an await missing? Is there a promise that never settles, or a callback that is never called?]
  `);
  expect(throwUnfinishedFlow).not.toThrow();
  void run.finally(() => {
    isSettled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isSettled).toBe(false);
});

it('a run that its test did not await is unfinished until the test could have its outcome', async () => {
  let isSettled = false;
  const run = runAction(async () => {
    throw new Error('boom');
  });
  // The flow has its outcome by then, and the run still waits for late work.
  for (let ticks = 0; ticks < 100; ticks += 1) await Promise.resolve();

  expect(throwUnfinishedFlow).toThrow('Is an await missing?');
  void run.finally(() => {
    isSettled = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSettled).toBe(false);
});

it('a signal of the test aborts the flow as ever', async () => {
  const abort = new AbortController();
  const run = runAction(async () => abort.abort(), undefined, { signal: abort.signal });
  const aborted = await runAction(async () => {}, undefined, { signal: AbortSignal.abort() });

  expect((await run).failure?.kind).toBe('aborted');
  expect(aborted.failure?.kind).toBe('aborted');
});
