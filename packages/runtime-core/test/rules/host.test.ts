import {
  createRuntime,
  formatOutcome,
  toSignupResponse,
  toTenantLog,
  type Diagnostic,
  type FlowRequest,
} from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { deny, event, idle, run, runUntyped, statusesOf } from '../run.ts';

const write: PreUserRegistrationAction = async (_event, { cache }) => cache.set('key', '1');

/** A store whose `set` waits until it is let go. */
function createSlowStore() {
  let letGo = (): void => {};
  let isAsked = (): void => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const going = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const set = (): Promise<void> => {
    isAsked();
    return going;
  };
  return { store: { get: () => undefined, set, delete: () => {} }, asked, letGo };
}

it('F13: an abort while the cache is stored fails the flow', async () => {
  const { store, asked, letGo } = createSlowStore();
  const controller = new AbortController();
  const flow = run({ write }, { cache: store, signal: controller.signal });
  await asked;

  controller.abort();
  letGo();

  expect(await flow).toMatchObject({
    status: 'failed',
    failure: { kind: 'aborted' },
    executions: [{ status: 'completed' }],
  });
});

it('F7: a flow that times out while its cache is stored fails', async () => {
  const { store, asked, letGo } = createSlowStore();
  const timers: (() => void)[] = [];
  const flow = run(
    { write },
    {
      cache: store,
      timer: (callback, ms) => {
        if (ms === 20_000) timers.push(callback);
        return () => {};
      },
    },
  );
  await asked;

  for (const fire of timers) fire();
  letGo();

  expect(await flow).toMatchObject({ failure: { kind: 'action_timeout' } });
});

it('F9: the user that the Actions judge is the user that is stored', async () => {
  const live = { ...event, user: { email: 'ada@example.com' } };
  const seen: unknown[] = [];
  const look: PreUserRegistrationAction = async ({ user }) => {
    seen.push(user.email);
    live.user.email = 'grace@example.com';
  };
  const flow = run({ look, again: look }, { event: live });
  live.user.email = 'mallory@example.com';

  expect((await flow).user).toMatchObject({ email: 'ada@example.com' });
  expect(seen).toEqual(['ada@example.com', 'ada@example.com']);
});

it('F9: the host’s event is read once, and stays editable', async () => {
  let reads = 0;
  const counted = {
    ...event,
    get user() {
      reads += 1;
      return { email: `reader-${reads}@example.com` };
    },
  };
  const outcome = await run({ idle, next: idle }, { event: counted });

  expect(outcome.user).toMatchObject({ email: 'reader-1@example.com' });
  expect(Object.isFrozen(event.user)).toBe(false);
});

it.each<[string, unknown]>([
  ['a generator', function* generator() {}],
  ['an async generator', async function* generator() {}],
])('F13: %s does not run when it is called, so it is not a handler', async (_, handler) => {
  const outcome = await runUntyped(event, [{ name: 'action', handler }]);

  expect(outcome).toMatchObject({
    failure: {
      kind: 'platform_error',
      error: {
        message:
          'Failed to start the flow: the handler of action must be a function but received a generator.',
      },
    },
  });
});

it.each<[unknown, string]>([
  [undefined, 'undefined'],
  [7, '7'],
  [{}, 'an object'],
])('F13: the tenant’s id must be a string, not %s', async (id, received) => {
  const { failure } = await run({ idle }, { event: { ...event, tenant: { id } } });

  expect(failure?.error.message).toBe(
    `Failed to start the flow: event.tenant.id must be a string but received ${received}.`,
  );
});

const explode = (): never => {
  throw new Error('exploded');
};
/** A store that works, and a port that breaks once the Action has written. */
function createBreakable() {
  const stored: string[] = [];
  let isBroken = false;
  const store = {
    get: () => undefined,
    set: (_key: string, text: string) => void stored.push(text),
    delete: () => {},
  };
  const writeAndBreak: PreUserRegistrationAction = async ({ user }, { cache }) => {
    cache.set(String(user.email), '1');
    isBroken = true;
  };
  return { store, stored, writeAndBreak, isBroken: () => isBroken };
}

it('F13: a clock that throws fails the flow, which stores what was written all the same', async () => {
  const { store, stored, writeAndBreak, isBroken } = createBreakable();
  const clock = (): number => (isBroken() ? explode() : 0);

  const outcome = await run({ writeAndBreak }, { cache: store, clock });

  expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
  expect(stored.join('\n')).toContain('ada@example.com');
});

it('F13: a timer that throws fails the flow', async () => {
  const outcome = await run({ write }, { cache: new Map<string, string>(), timer: explode });

  expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
});

it.each<[string, object]>([
  ['a signal that is not one', { signal: {} }],
  ['a signal that throws', { signal: { addEventListener: explode } }],
])('F13: %s fails the flow, and the cache is closed for the next one', async (_, ports) => {
  let loads = 0;
  const cache = { get: () => void (loads += 1), set: () => {}, delete: () => {} };
  const runtime = createRuntime({ cache, ...ports });

  const first = await run({ write }, { runtime, ...ports });
  await run({ write }, { runtime, ...ports });

  expect(first).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
  // A document that is still open would not be loaded again.
  expect(loads).toBe(2);
});

it.each([
  ['nothing', undefined],
  ['what throws', explode],
  ['a promise', Promise.resolve()],
])('F13: a timer that returns %s does not hold up a flow', async (_, cancel) => {
  const timer = (() => cancel) as never;
  const outcome = await run({ write }, { timer, cache: new Map<string, string>() });

  expect(outcome).toMatchObject({ status: 'allowed', diagnostics: [] });
});

it('F13: a clock that returns no number gives an outcome that is JSON', async () => {
  const outcome = await run({ write, idle }, { clock: () => Number.NaN });

  expect(outcome.executions).toMatchObject([{ durationMs: 0 }, { durationMs: 0 }]);
});

it('a host’s onDiagnostic may reject', async () => {
  const heard: Diagnostic[] = [];
  const silent: PreUserRegistrationAction = async (_event, api) => api.access.deny('reason', '');
  const outcome = await run(
    { silent },
    {
      onDiagnostic: async (diagnostic: Diagnostic) => {
        heard.push(diagnostic);
        explode();
      },
    },
  );

  // Vitest fails a run with an unhandled rejection.
  expect(heard).toEqual(outcome.diagnostics);
});

it('a call site is plain data, whatever the host returns', async () => {
  const cycle: Record<string, unknown> = { file: 'a.js', line: 1, column: 2 };
  const outcome = await run({ deny }, { callSite: () => Object.assign(cycle, { cycle }) as never });
  const none = await run({ deny }, { callSite: () => ({ file: 7 }) as never });

  expect(outcome.calls[0]?.site).toEqual({ file: 'a.js', line: 1, column: 2 });
  expect(none.calls[0]).not.toHaveProperty('site');
  expect(toTenantLog(outcome)).toHaveLength(1);
});

it('a status that is undefined keeps its default: a refusal never becomes 200', async () => {
  const outcome = await run({ deny });

  expect(toSignupResponse(outcome, { status: { denied: undefined } as never }).status).toBe(403);
});

it.each([Number.NaN, -1, null, '3', {}])('a limit of %s is refused', (limit) => {
  expect(() => createRuntime({ limits: { maxActions: limit as never } })).toThrow(
    /^Failed to set the limits: maxActions must be a number that is not negative but received /,
  );
});

it.each(['notes', 'error', 'late', 'status', 'toJSON', 'action'])(
  'F13: an Action that sets %s on every object neither rejects the run nor lets anybody in',
  async (name) => {
    const pollute: PreUserRegistrationAction = async (_event, { access }) => {
      // oxlint-disable-next-line no-extend-native -- what the test is about
      Object.defineProperty(Object.prototype, name, { value: 'x', configurable: true });
      access.deny('reason', 'message');
    };
    const request: FlowRequest = { event, actions: [{ name: 'pollute', handler: pollute }] };
    try {
      expect((await createRuntime().run(request)).status).not.toBe('allowed');
    } finally {
      delete (Object.prototype as unknown as Record<string, unknown>)[name];
    }
  },
);

it('F13: even when nothing can be frozen any more, the run does not reject', async () => {
  const { freeze } = Object;
  const outcome = await run({
    broken: async () => {
      Object.freeze = explode;
    },
  }).finally(() => {
    Object.freeze = freeze;
  });

  expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
});

it('F13: a configuration that cannot be copied fails the flow', async () => {
  const action = { name: 'action', handler: idle, configuration: { call: () => {} } };

  expect(await runUntyped(event, [action])).toMatchObject({
    status: 'failed',
    failure: { kind: 'platform_error' },
  });
});

it('F9: the last Action cannot edit the user that is stored', async () => {
  const edit: PreUserRegistrationAction = async ({ user }) => {
    Object.assign(user, { email: 'mallory@example.com' });
    Object.assign(user.user_metadata ?? {}, { plan: 'gold' });
  };
  const outcome = await run({ edit });

  expect(outcome.user).toMatchObject({ email: 'ada@example.com', user_metadata: {} });
});

/** Blocks the thread, so that no timer calls back. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it.each<[string, () => Promise<void>]>([
  ['completes', async () => block(60)],
  [
    'throws',
    async () => {
      block(60);
      explode();
    },
  ],
])(
  'F7: an Action that blocks the thread for longer than the flow has and then %s',
  async (_, slow) => {
    const outcome = await run({ slow, deny }, { limits: { flowTimeoutMs: 30 } });

    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { kind: 'action_timeout', action: 'slow' },
    });
    expect(statusesOf(outcome)).toEqual(['failed', 'skipped']);
  },
);

it('F7: a host with a timer of its own decides what time is', async () => {
  const options = { limits: { flowTimeoutMs: 30 }, timer: () => () => {} };

  expect((await run({ slow: async () => block(60) }, options)).status).toBe('allowed');
});

it('F13: the host may abort in `onDiagnostic`', async () => {
  const controller = new AbortController();
  const outcome = await run(
    { mistaken: async (_event, { user }) => user.setUserMetadata('plan', undefined as never) },
    { signal: controller.signal, onDiagnostic: () => controller.abort() },
  );

  expect(outcome).toMatchObject({
    status: 'failed',
    failure: { kind: 'aborted' },
    diagnostics: [{ code: 'metadata-undefined' }],
  });
});

it('F9: the flow runs the Actions as they were when it started', async () => {
  const action = {
    name: 'guard',
    handler: deny,
    secrets: { KEY: 'the first value' },
    configuration: { limit: 1 },
  };
  const edit: PreUserRegistrationAction = async () => {
    Object.assign(action, { name: 'other', handler: idle });
    action.secrets.KEY = 'the second value';
    action.configuration.limit = 2;
  };
  const seen: unknown[] = [];
  const look: PreUserRegistrationAction = async ({ secrets, configuration }) =>
    void seen.push(secrets, configuration);
  const outcome = await createRuntime().run({
    event,
    actions: [{ name: 'edit', handler: edit }, { ...action, name: 'look', handler: look }, action],
  });

  expect(outcome.refusal?.action).toBe('guard');
  expect(seen).toEqual([{ KEY: 'the first value' }, { limit: 1 }]);
});

it('a secret is redacted as the Action got it, even if the host reads it anew each time', async () => {
  let reads = 0;
  const secrets = {
    get KEY() {
      reads += 1;
      return `value-${reads}`;
    },
  };
  const refuse: PreUserRegistrationAction = async (received, { access }) =>
    access.deny(`key ${received.secrets['KEY']}`, 'message');
  const outcome = await run({ refuse }, { secrets });

  expect(toTenantLog(outcome)[0]?.description).toContain('key [secret KEY]');
});

it.each<[string, unknown]>([
  ['a generator', () => (function* refuse() {})()],
  ['an async generator', async () => (async function* refuse() {})()],
  ['a generator function', async () => function* refuse() {}],
])('F13: a handler that returns %s has not run', async (_, handler) => {
  expect(await runUntyped(event, [{ name: 'action', handler }])).toMatchObject({
    status: 'failed',
    failure: { kind: 'platform_error', action: 'action' },
  });
});

it('F13: a result whose kind cannot be read is no generator', async () => {
  const odd = Object.defineProperty({}, Symbol.toStringTag, { get: explode });

  expect((await run({ odd: async () => odd as never })).status).toBe('allowed');
});

it('a list of Actions with an iterator of its own hides none of them', async () => {
  const actions = Object.assign([{ name: 'guard', handler: deny }], { *[Symbol.iterator]() {} });

  expect((await runUntyped(event, actions)).status).toBe('denied');
});

it.each([
  [undefined, 'undefined'],
  [Symbol('guard'), 'Symbol(guard)'],
  [{ toString: explode }, 'an object'],
])('an Action whose name is %o can be printed', async (name, printed) => {
  const outcome = await runUntyped(event, [{ name, handler: deny }]);

  expect(formatOutcome(outcome)).toContain(`DENIED by ${printed}\n`);
});
