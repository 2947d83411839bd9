import { createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it, vi } from 'vitest';

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

  expect(outcome.executions.map(({ status }) => status)).toEqual(['completed', 'skipped']);
  expect(outcome.executions[1]?.action).toBe('action 2');
});

it('runs one Action as a flow of its own', async () => {
  expect(await runAction(refuse)).toMatchObject({
    status: 'denied',
    refusal: { action: 'refuse' },
  });
});

it('says what to pass when it is given something else', async () => {
  await expect(async () => runAction({} as never)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to run the flow: an Action is a handler, a module that exports onExecutePreUserRegistration, or { name, handler }.
    Pass one of these; did you import the right file?]
  `);
});

it('rejects when an Action settles before its work is done, naming the call', async () => {
  const floating: PreUserRegistrationAction = async (_event, api) => {
    const check = async (): Promise<void> => {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      api.access.deny('blocked', 'Please use another address.');
    };
    void check();
  };

  await expect(runAction(floating)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [LateWorkError: Failed to run the flow: an Action settled before its work was done.
      floating: api.access.deny("blocked", "Please use another address.") was called after its handler had settled; await all work before the handler returns.
    Is an await missing?]
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
  vi.useRealTimers();
});
