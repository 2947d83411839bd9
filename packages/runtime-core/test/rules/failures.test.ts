import { redact, requiredEventParts } from '@signup-actions/runtime-core/internal';
import { createFakeClock } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { event, idle, never, run, runUntyped } from '../run.ts';

it('F6: a handler that is not async and throws fails with what it threw', async () => {
  const outcome = await run({
    plain: () => {
      throw new RangeError('at once');
    },
  });

  expect(outcome).toMatchObject({
    failure: { kind: 'action_error', action: 'plain', error: { name: 'RangeError' } },
  });
});

it('F6: only the execution that failed has an error', async () => {
  const broken = async (): Promise<never> => {
    throw new RangeError('broken');
  };
  const { executions } = await run({ idle, broken, next: idle });

  expect(executions.map((execution) => 'error' in execution)).toEqual([false, true, false]);
  expect(executions[1]?.error).toMatchObject({ name: 'RangeError', message: 'broken' });
});

it('F7: the duration of an execution follows the clock, and is never negative', async () => {
  const clock = createFakeClock(1_000);
  const move = (ms: number) => async (): Promise<void> => clock.advance(ms);

  const { executions } = await run({ on: move(7), back: move(-7) }, { clock });

  expect(executions.map(({ durationMs }) => durationMs)).toEqual([7, 0]);
});

it('F7: a timeout names the Action that was running, and the limit', async () => {
  const { failure } = await run({ slow: never }, { limits: { flowTimeoutMs: 5 } });

  expect(failure).toEqual({
    kind: 'action_timeout',
    action: 'slow',
    error: {
      name: 'TimeoutError',
      message: 'The flow timed out: all its Actions together have 5 ms.',
    },
  });
});

it('F13: the host aborts, so the failure names no Action, even if one was running', async () => {
  const controller = new AbortController();
  const abort: PreUserRegistrationAction = () => {
    controller.abort();
    return new Promise(() => {});
  };

  const { failure, executions } = await run({ running: abort }, { signal: controller.signal });

  expect(failure).toEqual({
    kind: 'aborted',
    error: { name: 'AbortError', message: 'The host aborted the flow.' },
  });
  expect(executions).toMatchObject([{ action: 'running', status: 'failed' }]);
});

it('F7 F13: the first reason to cut a flow off is the one that counts', async () => {
  const controller = new AbortController();
  const clock = createFakeClock();
  const flow = run({ slow: never }, { timer: clock.timer, signal: controller.signal });
  await Promise.resolve();

  clock.advance(20_000);
  controller.abort();

  expect((await flow).failure).toMatchObject({ kind: 'action_timeout' });
});

it('F7 F13: a flow leaves neither a timer nor a listener behind', async () => {
  const timers = new Set<unknown>();
  const listeners = new Set<unknown>();
  const { signal } = new AbortController();
  signal.addEventListener = (type: string, listener: unknown) =>
    void listeners.add(`${type} ${String(listener)}`);
  signal.removeEventListener = (type: string, listener: unknown) =>
    void listeners.delete(`${type} ${String(listener)}`);
  const seen: number[] = [];

  await run(
    { look: async () => void seen.push(timers.size, listeners.size) },
    {
      timer: (callback) => {
        timers.add(callback);
        return () => void timers.delete(callback);
      },
      signal,
    },
  );

  expect(seen).toEqual([1, 1]);
  expect([timers.size, listeners.size]).toEqual([0, 0]);
});

it.each<[string, unknown, unknown, string]>([
  [
    'undefined instead of an event',
    undefined,
    [],
    'Failed to start the flow: event.user must be an object but received undefined.',
  ],
  [
    'an event without a tenant',
    { ...event, tenant: null },
    [],
    'Failed to start the flow: event.tenant must be an object but received null.',
  ],
  [
    'a string instead of Actions',
    event,
    'all of them',
    'Failed to start the flow: actions must be an array but received "all of them".',
  ],
  [
    'null among the Actions',
    event,
    [null],
    'Failed to start the flow: the handler of an Action must be a function but received undefined.',
  ],
])('F13: the failure explains %s', async (_, signup, actions, message) => {
  const { failure, executions } = await runUntyped(signup, actions);

  expect(failure).toMatchObject({ kind: 'platform_error', error: { message } });
  expect(executions).toEqual([]);
});

it('F13: a trigger can have 20 Actions', async () => {
  const actions = Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, handler: idle }));

  expect((await runUntyped(event, actions)).status).toBe('allowed');
});

it('F13: an event has these objects, with these fields', () => {
  expect(requiredEventParts).toEqual({
    user: [],
    connection: ['id', 'name', 'strategy'],
    tenant: ['id'],
    request: ['body', 'geoip', 'ip', 'method'],
  });
});

it('F6: the causes of an error are redacted', async () => {
  const outcome = await run(
    {
      calling: async ({ secrets }) => {
        throw new Error('no answer', { cause: new Error(`401 for ${secrets['KEY']}`) });
      },
    },
    { secrets: { KEY: 'sk-live-4711' } },
  );

  expect(redact(outcome).failure?.error.causes).toMatchObject([
    { message: '401 for [secret KEY]' },
  ]);
});
