import { createRuntime, type Diagnostic } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type {
  Event,
  PreUserRegistrationAction,
  PreUserRegistrationAPI,
} from '@signup-actions/types';
import { expect, it, onTestFinished, vi } from 'vitest';
import { deny, event, idle, never, run, runUntyped, statusesOf } from '../run.ts';

function useFakeTime(): void {
  vi.useFakeTimers({ now: 0 });
  onTestFinished(() => void vi.useRealTimers());
}

it('F1: runs Actions one after another in binding order, and awaits each', async () => {
  const steps: string[] = [];
  const step =
    (name: string): PreUserRegistrationAction =>
    async () => {
      steps.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      steps.push(`${name} ends`);
    };

  const outcome = await run({ b: step('b'), a: step('a') });

  expect(steps).toEqual(['b starts', 'b ends', 'a starts', 'a ends']);
  expect(outcome.executions.map(({ action }) => action)).toEqual(['b', 'a']);
});

it('F2 F3: a refusal stops the flow once its Action has completed', async () => {
  const invalidate: PreUserRegistrationAction = async (_event, api) =>
    api.validation.error('code', 'message');

  expect(statusesOf(await run({ idle, deny, next: idle }))).toEqual([
    'completed',
    'refused',
    'skipped',
  ]);
  expect(await run({ invalidate, next: idle })).toMatchObject({
    status: 'invalid',
    refusal: {
      status: 'invalid',
      errorCode: 'code',
      errorMessage: 'message',
      action: 'invalidate',
    },
  });
});

it('F4: a refusal does not end the handler: the rest of it runs, and is recorded', async () => {
  const outcome = await run({
    refusing: async (_event, api) => {
      api.access.deny('reason', 'message');
      api.user.setUserMetadata('plan', 'free');
    },
  });

  expect(outcome.calls.map(({ method }) => method)).toEqual([
    'access.deny',
    'user.setUserMetadata',
  ]);
  expect(outcome.diagnostics.map(({ code, call }) => [code, call])).toEqual([
    ['call-after-refusal', 1],
  ]);
});

it('F5: several refusals are kept in order, and the first one decides', async () => {
  const outcome = await run({
    refusing: async (_event, api) => {
      api.validation.error('first', 'message');
      api.access.deny('second', 'message');
    },
  });

  expect(outcome).toMatchObject({
    status: 'invalid',
    refusals: [{ errorCode: 'first' }, { reason: 'second' }],
  });
});

it('F6: a handler that throws fails the flow, even after refusing, and the refusal is kept', async () => {
  const outcome = await run({
    failing: async (_event, api) => {
      api.access.deny('reason', 'message');
      throw Object.assign(new RangeError('broken'), { code: 'E_BROKEN' });
    },
    next: idle,
  });

  expect(outcome).toMatchObject({
    status: 'failed',
    failure: {
      kind: 'action_error',
      action: 'failing',
      error: { name: 'RangeError', message: 'broken', code: 'E_BROKEN' },
    },
    refusals: [{ reason: 'reason' }],
  });
  expect(statusesOf(outcome)).toEqual(['failed', 'skipped']);
});

it('F7: all Actions of a flow together have 20 seconds, and the api is sealed afterwards', async () => {
  useFakeTime();
  const apis: PreUserRegistrationAPI[] = [];
  const keep: PreUserRegistrationAction = async (_event, api) => {
    apis.push(api);
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    api.user.setUserMetadata('late', apis.length);
  };

  const flow = run({ first: keep, second: keep, third: idle });
  await vi.advanceTimersByTimeAsync(19_999);
  await vi.advanceTimersByTimeAsync(1);
  const outcome = await flow;
  await vi.advanceTimersByTimeAsync(10_000);

  expect(outcome).toMatchObject({
    status: 'failed',
    failure: { kind: 'action_timeout', action: 'second' },
    changes: { userMetadata: { late: 1 } },
  });
  expect(statusesOf(outcome)).toEqual(['completed', 'failed', 'skipped']);
});

it('F8: a late change has no effect and is reported; a late refusal counts until the flow ends', async () => {
  useFakeTime();
  const flow = run({
    floating: async (_event, api) => {
      setTimeout(() => {
        api.user.setUserMetadata('late', true);
        api.user.setUserId('late');
        expect(api.cache.set('late', 'value')).toEqual({
          type: 'error',
          code: 'FailedToSetCacheRecord',
        });
        expect(api.cache.delete('late')).toEqual({
          type: 'error',
          code: 'FailedToDeleteCacheRecord',
        });
        api.access.deny('late', 'message');
      }, 5);
    },
    running: () => new Promise((resolve) => setTimeout(resolve, 10)),
    next: idle,
  });
  await vi.advanceTimersByTimeAsync(10);
  const outcome = await flow;

  expect(outcome).toMatchObject({
    status: 'denied',
    refusal: { reason: 'late', action: 'floating' },
    changes: { userMetadata: {} },
  });
  expect(outcome.changes).not.toHaveProperty('userId');
  expect(statusesOf(outcome)).toEqual(['refused', 'completed', 'skipped']);
  expect(outcome.diagnostics.filter(({ code }) => code === 'late-call')).toHaveLength(5);
});

it('F8: the api is sealed at the moment at which the handler settles', async () => {
  const outcome = await run({
    floating: async (_event, api) => {
      void Promise.resolve()
        .then(() => undefined)
        .then(() => api.user.setUserMetadata('late', true));
    },
  });

  expect(outcome).toMatchObject({ changes: { userMetadata: {} }, calls: [{ late: true }] });
});

it('F8: a call after the outcome is reported, and does not change the outcome', async () => {
  const reported: Diagnostic[] = [];
  let late = (): void => {};

  const outcome = await run(
    {
      floating: async (_event, api) => void (late = () => void api.access.deny('late', 'message')),
    },
    { onDiagnostic: (diagnostic) => reported.push(diagnostic) },
  );
  late();

  expect(outcome).toMatchObject({ status: 'allowed', calls: [], diagnostics: [] });
  expect(reported.map(({ code, action }) => [code, action])).toEqual([['late-call', 'floating']]);
});

it('F9: every Action has its own copy of the event', async () => {
  const seen: Event[] = [];
  const edit: PreUserRegistrationAction = async (own) => {
    seen.push(structuredClone(own));
    (own.user as { email: string }).email = 'edited@example.com';
  };

  const outcome = await run({ first: edit, second: edit });

  expect(seen).toEqual([event, event]);
  expect(outcome).toMatchObject({ user: { email: 'ada@example.com' } });
  expect(event).toEqual(createMockEvent());
});

it('F10: each Action has its own secrets and configuration', async () => {
  const seen: unknown[] = [];
  const handler: PreUserRegistrationAction = async ({ secrets, configuration }) =>
    void seen.push({ secrets, configuration });

  await createRuntime().run({
    event: createMockEvent({ secrets: { KEY: 'of the event' } }),
    actions: [
      { name: 'one', handler, secrets: { KEY: 'one' }, configuration: { limit: 1 } },
      { name: 'two', handler },
    ],
  });

  expect(seen).toEqual([
    { secrets: { KEY: 'one' }, configuration: { limit: 1 } },
    { secrets: {}, configuration: {} },
  ]);
});

it('F11: every method except those of the cache returns the same api', async () => {
  await run({
    chaining: async (_event, api) => {
      expect(api.user.setUserMetadata('a', 1).user.setAppMetadata('b', 2).user.setUserId('c')).toBe(
        api,
      );
      expect(api.access.deny('reason', 'message').validation.error('code', 'message')).toBe(api);
    },
  });
  expect.assertions(2);
});

it('F12: without Actions the registration is allowed unchanged', async () => {
  expect(await run({})).toMatchObject({ status: 'allowed', user: event.user, executions: [] });
});

it.each<[string, unknown, unknown]>([
  ['undefined instead of an event', undefined, []],
  ['an event without a user', { ...event, user: undefined }, []],
  ['an event without a tenant', { ...event, tenant: null }, []],
  [
    'an event that cannot be copied',
    { ...event, user: { name: () => {} } },
    [{ name: 'a', handler: idle }],
  ],
  [
    '21 Actions',
    event,
    Array.from({ length: 21 }, (_, index) => ({ name: `${index}`, handler: idle })),
  ],
  ['a handler that is not a function', event, [{ name: 'a', handler: 'async () => {}' }]],
  ['null instead of Actions', event, null],
  ['null among the Actions', event, [null]],
])(
  'F13: %s fails the flow with a platform error, and does not throw',
  async (_, signup, actions) => {
    const outcome = await runUntyped(signup, actions);

    expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
    expect(outcome).not.toHaveProperty('failure.action');
  },
);

it('F13: the failure explains why the flow cannot start', async () => {
  const failed = async (signup: unknown, actions: unknown): Promise<unknown> =>
    (await runUntyped(signup, actions)).failure?.error.message;

  expect(await failed({ ...event, user: 'ada' }, [])).toMatchInlineSnapshot(
    `"Failed to start the flow: event.user must be an object but received "ada"."`,
  );
  expect(await failed(event, [{ name: 'a', handler: 7 }])).toMatchInlineSnapshot(
    `"Failed to start the flow: the handler of a must be a function but received 7."`,
  );
  expect(
    await failed(
      event,
      Array.from({ length: 21 }, () => ({ name: 'a', handler: idle })),
    ),
  ).toMatchInlineSnapshot(
    `"Failed to start the flow: a trigger can have at most 20 Actions but received 21."`,
  );
});

it('F13: a host can abort a flow at any time, and gets a failure', async () => {
  const controller = new AbortController();

  const running = run({ never }, { signal: controller.signal });
  await new Promise((resolve) => setTimeout(resolve, 1));
  controller.abort();

  expect(await running).toMatchObject({ status: 'failed', failure: { kind: 'aborted' } });
  const early = await run({ never }, { signal: AbortSignal.abort() });
  expect(early).toMatchObject({ status: 'failed', failure: { kind: 'aborted' } });
  expect(statusesOf(early)).toEqual(['skipped']);
});

it('F13: a host can abort a flow without Actions, and gets a failure', async () => {
  const outcome = await run({}, { signal: AbortSignal.abort() });

  expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'aborted' } });
});

it('F14: beyond the limit of calls setters throw and cache writes fail, and a refusal is still recorded', async () => {
  const outcome = await run(
    {
      looping: async (_event, api) => {
        for (let call = 0; call < 3; call += 1) api.user.setUserMetadata('count', call);
        expect(() => api.user.setUserMetadata('count', 3)).toThrowErrorMatchingInlineSnapshot(`
          [ContractError: Failed to set the user's data: a flow can make at most 3 calls.
          Call the api outside loops, or set one object instead of many properties.]
        `);
        expect(() => api.user.setUserId('ada')).toThrow('at most 3 calls');
        expect(api.cache.set('key', 'value')).toEqual({
          type: 'error',
          code: 'MaxSideEffectsExceeded',
        });
        expect(api.cache.delete('key')).toEqual({ type: 'error', code: 'MaxSideEffectsExceeded' });
        api.access.deny('enough', 'message');
      },
    },
    { limits: { maxCalls: 3 } },
  );

  expect(outcome).toMatchObject({ status: 'denied', changes: { userMetadata: { count: 2 } } });
  expect(outcome.calls).toHaveLength(4);
});

it('F7: leaves no timer behind', async () => {
  vi.useFakeTimers();
  const outcome = await run({ idle });

  expect(outcome.status).toBe('allowed');
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it('F14: the error of a setter beyond the limit has a code', async () => {
  const outcome = await run(
    { setting: async (_event, api) => api.user.setUserId('ada') },
    { limits: { maxCalls: 0 } },
  );

  expect(outcome).toMatchObject({ failure: { error: { code: 'too-many-calls' } } });
});
