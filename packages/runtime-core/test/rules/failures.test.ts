import { createRuntime, type Outcome } from '@signup-actions/runtime-core';
import { requiredEventParts } from '@signup-actions/runtime-core/internal';
import { createFakeClock, createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';

const event = createMockEvent();
const idle: PreUserRegistrationAction = async () => {};
const never: PreUserRegistrationAction = () => new Promise(() => {});

const run = (odd: unknown, actions: unknown, signal?: AbortSignal): Promise<Outcome> =>
  createRuntime().run({ event: odd as never, actions: actions as never, signal });

const failureOf = (outcome: Outcome): unknown =>
  outcome.status === 'failed' ? outcome.failure : outcome.status;

it('F6: a plain function that throws at once fails by what it threw', async () => {
  const outcome = await run(event, [
    {
      name: 'plain',
      handler: () => {
        throw new RangeError('at once');
      },
    },
  ]);

  expect(outcome).toMatchObject({
    failure: { kind: 'action_error', action: 'plain', error: { name: 'RangeError' } },
  });
});

it('F6: the execution that failed says why, and no other does', async () => {
  const broken = async (): Promise<never> => {
    throw new RangeError('broken');
  };
  const { executions } = await run(event, [
    { name: 'idle', handler: idle },
    { name: 'broken', handler: broken },
    { name: 'next', handler: idle },
  ]);

  expect(executions.map((execution) => 'error' in execution)).toEqual([false, true, false]);
  expect(executions[1]?.error).toMatchObject({ name: 'RangeError', message: 'broken' });
});

it('F7: an execution takes what its clock says, and never less than nothing', async () => {
  const clock = createFakeClock(1_000);
  const move = (ms: number) => async (): Promise<void> => clock.advance(ms);

  const { executions } = await createRuntime({ clock }).run({
    event,
    actions: [
      { name: 'on', handler: move(7) },
      { name: 'back', handler: move(-7) },
    ],
  });

  expect(executions.map(({ durationMs }) => durationMs)).toEqual([7, 0]);
});

it('F7: says whose time was over, and how much there was', async () => {
  const outcome = await createRuntime({ limits: { flowTimeoutMs: 5 } }).run({
    event,
    actions: [{ name: 'slow', handler: never }],
  });

  expect(failureOf(outcome)).toEqual({
    kind: 'action_timeout',
    action: 'slow',
    error: {
      name: 'TimeoutError',
      message: 'The flow timed out: all its Actions together have 5 ms.',
    },
  });
});

it('F13: an abort is the host’s doing: it names no Action, whichever was running', async () => {
  const controller = new AbortController();
  const abort: PreUserRegistrationAction = () => {
    controller.abort();
    return new Promise(() => {});
  };

  const outcome = await run(event, [{ name: 'running', handler: abort }], controller.signal);

  expect(failureOf(outcome)).toEqual({
    kind: 'aborted',
    error: { name: 'AbortError', message: 'The host aborted the flow.' },
  });
  expect(outcome.executions).toMatchObject([{ action: 'running', status: 'failed' }]);
});

it('F7 F13: what gave the flow up first is the reason', async () => {
  const controller = new AbortController();
  const clock = createFakeClock();
  const flow = createRuntime({ timer: clock.timer }).run({
    event,
    actions: [{ name: 'slow', handler: never }],
    signal: controller.signal,
  });
  await Promise.resolve();

  clock.advance(20_000);
  controller.abort();

  expect(failureOf(await flow)).toMatchObject({ kind: 'action_timeout' });
});

it('F7 F13: a flow that is over leaves neither a timer nor a listener behind', async () => {
  const timers = new Set<unknown>();
  const listeners = new Set<unknown>();
  const { signal } = new AbortController();
  signal.addEventListener = (type: string, listener: unknown) =>
    void listeners.add(`${type} ${String(listener)}`);
  signal.removeEventListener = (type: string, listener: unknown) =>
    void listeners.delete(`${type} ${String(listener)}`);
  const seen: number[] = [];

  await createRuntime({
    timer: (callback) => {
      timers.add(callback);
      return () => void timers.delete(callback);
    },
  }).run({
    event,
    actions: [{ name: 'look', handler: async () => void seen.push(timers.size, listeners.size) }],
    signal,
  });

  expect(seen).toEqual([1, 1]);
  expect([timers.size, listeners.size]).toEqual([0, 0]);
});

it.each<[string, unknown, unknown, string]>([
  [
    'no event',
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
    'no list of Actions',
    event,
    'all of them',
    'Failed to start the flow: actions must be an array but received "all of them".',
  ],
  [
    'a hole among the Actions',
    event,
    [null],
    'Failed to start the flow: the handler of an Action must be a function but received undefined.',
  ],
])('F13: says what is wrong with %s', async (_, odd, actions, message) => {
  const outcome = await run(odd, actions);

  expect(failureOf(outcome)).toMatchObject({ kind: 'platform_error', error: { message } });
  expect(outcome.executions).toEqual([]);
});

it('F13: a trigger takes 20 Actions', async () => {
  const actions = Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, handler: idle }));

  expect((await run(event, actions)).status).toBe('allowed');
});

it('F13: an event is known by these parts, and by what each holds at least', () => {
  expect(requiredEventParts).toEqual({
    user: [],
    connection: ['id', 'name', 'strategy'],
    tenant: ['id'],
    request: ['body', 'geoip', 'ip', 'method'],
  });
});
