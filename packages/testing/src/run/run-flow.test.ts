import inspector from 'node:inspector';
import { createMockEvent, LateWorkError, runAction, runFlow } from '@signup-actions/testing';
import { throwLateWork } from '../watch/late-work.ts';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { afterEach, expect, it, vi } from 'vitest';
import { withoutLines } from '../../test/without-lines.ts';

expect.addSnapshotSerializer(withoutLines);

afterEach(() => void vi.useRealTimers());

const refuse: PreUserRegistrationAction = async (_event, api) =>
  api.access.deny('reason', 'message');

it('runs a handler, a module, or a named Action with its own secrets', async () => {
  const seen: string[] = [];
  const handler: PreUserRegistrationAction = async (event) => {
    seen.push(event.secrets['KEY'] ?? 'none');
  };
  const event = createMockEvent({ secrets: { KEY: 'of the event' } });

  const outcome = await runFlow(
    [
      handler,
      { onExecutePreUserRegistration: handler },
      { name: 'named', handler, secrets: { KEY: 'own' } },
    ],
    event,
  );

  expect(outcome.executions.map(({ action }) => action)).toEqual(['handler', 'handler', 'named']);
  expect(seen).toEqual(['of the event', 'of the event', 'own']);
});

it('stops at a refusal and skips the rest', async () => {
  const outcome = await runFlow([refuse, async () => {}]);

  expect(outcome.executions.map(({ status }) => status)).toEqual(['refused', 'skipped']);
  expect(outcome.executions[1]?.action).toBe('action 2');
});

it('runs one Action as a flow of its own', async () => {
  expect(await runAction(refuse)).toMatchObject({
    status: 'denied',
    refusal: { action: 'refuse' },
  });
});

it('says what to pass if it receives something else', async () => {
  await expect(async () => runAction({} as never)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to run the flow: an Action must be a handler, a module that exports onExecutePreUserRegistration, or { name, handler } but received an object.
    Did you import the right file?]
  `);
});

it('rejects if an Action settles before its work is done, and names the call', async () => {
  const floating: PreUserRegistrationAction = async (_event, api) => {
    const check = async (): Promise<void> => {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      api.access.deny('blocked', 'Please use another address.');
    };
    void check();
  };

  await expect(runAction(floating)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [LateWorkError: Failed to run the flow: an Action settled before its work was done.
      floating at run-flow.test.ts:…: api.access.deny("blocked", "Please use another address.") was called after its handler had settled; await all work before the handler returns.
    Is an await missing?
    https://signup-actions.github.io/signup-actions/diagnostics#late-call]
  `);
});

it('catches late work under fake timers too', async () => {
  vi.useFakeTimers();
  const floating: PreUserRegistrationAction = async (_event, api) => {
    void Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => api.user.setUserId('late'));
  };

  await expect(runAction(floating)).rejects.toThrow('api.user.setUserId("late")');
});

it('rejects if it receives nothing', async () => {
  await expect(async () => runAction(undefined as never)).rejects.toThrow('Failed to run the flow');
});

it('under strict, rejects if there is a diagnostic', async () => {
  const silent: PreUserRegistrationAction = async (_event, api) => api.access.deny('reason', '');

  await expect(runAction(silent, undefined, { strict: true })).rejects
    .toThrowErrorMatchingInlineSnapshot(`
    [DiagnosticsError: Failed under strict: there must be no diagnostics but received 1.
      1. deny-without-user-message at run-flow.test.ts:…: api.access.deny("reason", "") has no message for the user; pass one as the second argument.
      https://signup-actions.github.io/signup-actions/diagnostics#deny-without-user-message]
  `);
  expect(await runAction(refuse, undefined, { strict: true })).toMatchObject({ status: 'denied' });
});

it('reports a handler that is not an async function', async () => {
  const sync: PreUserRegistrationAction = (_event, api) => Promise.resolve(api.user.setUserId('a'));

  const outcome = await runFlow([refuse, sync]);

  expect(outcome.diagnostics).toMatchInlineSnapshot(`
    [
      {
        "action": "sync",
        "code": "handler-not-async",
        "message": "The handler of sync is not an async function, which the platform rejects; write async (event, api) => { … }. If the source has it, compile for ES2017 or later.",
      },
    ]
  `);
  expect(JSON.parse(JSON.stringify(outcome))).toMatchObject({ diagnostics: outcome.diagnostics });
  expect(Object.isFrozen(outcome)).toBe(true);
  await expect(runAction(sync, undefined, { strict: true })).rejects.toThrow('handler-not-async');
});

it('aborts the flow when the test does', async () => {
  const controller = new AbortController();
  const abort: PreUserRegistrationAction = async () => {
    controller.abort();
    await new Promise(() => {});
  };

  expect(await runAction(abort, undefined, { signal: controller.signal })).toMatchObject({
    failure: { kind: 'aborted' },
  });
});

const leavesTimer: PreUserRegistrationAction = async (_event, api) => {
  setTimeout(() => api.access.deny('blocked', 'Please use another address.'), 5);
};

it('catches the late call of a timer while it waits', async () => {
  await expect(runAction(leavesTimer, undefined, { waitMs: 50 })).rejects.toThrow('access.deny');
});

it('waits in real time under fake timers too', async () => {
  vi.useFakeTimers();
  const moveOn = AbortSignal.timeout(5);
  moveOn.addEventListener('abort', () => vi.advanceTimersByTime(5));

  await expect(runAction(leavesTimer, undefined, { waitMs: 50 })).rejects.toThrow('access.deny');
});

it('reports a call after the run, and keeps it for the runner', async () => {
  const reported: string[] = [];
  const outcome = await runAction(leavesTimer, undefined, {
    onDiagnostic: ({ code }) => reported.push(code),
  });
  await vi.waitUntil(() => reported.length > 0, { timeout: 20_000 });

  expect(outcome.status).toBe('allowed');
  expect(reported).toEqual(['late-call']);
  expect(throwLateWork).toThrow(LateWorkError);
  expect(throwLateWork).not.toThrow();
});

it('has no time limit while a debugger is attached', async () => {
  const slow = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
  const limits = { flowTimeoutMs: 1 };
  inspector.open(0);
  const debugged = await runAction(slow, undefined, { limits });
  inspector.close();

  expect(debugged).toHaveAllowed();
  expect(await runAction(slow, undefined, { limits })).toHaveFailed(/timed out/);
});

it('an outcome can be read without narrowing it', async () => {
  const outcome = await runAction(async (_event, api) => api.user.setUserId('customer-7'));

  expect(outcome.user?.user_id).toBe('auth0|customer-7');
  expect(outcome.refusal?.status).toBeUndefined();
  expect(outcome.failure?.error.message).toBeUndefined();
});

it('accepts only an event that has the secrets that the handler reads', async () => {
  type Store = { secrets: { API_KEY: string } };
  const read: PreUserRegistrationAction<Store> = async (event, api) =>
    api.user.setUserId(event.secrets.API_KEY);

  expect(await runAction(read, createMockEvent({ secrets: { API_KEY: 'a' } }))).toMatchObject({
    changes: { userId: 'a' },
    diagnostics: [{ code: 'secret-exposed' }],
  });
  // @ts-expect-error -- the secret is misspelt
  const misspelt = runAction(read, createMockEvent({ secrets: { API_KEYS: 'a' } }));
  expect(await misspelt).toHaveFailed();
  // @ts-expect-error -- the secret is missing
  expect(await runAction(read)).toHaveFailed();
});
