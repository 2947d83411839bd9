// oxlint-disable unicorn/no-thenable -- what a handler may return
import { createRuntime, type Outcome } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { PreUserRegistrationAction, PreUserRegistrationAPI } from '@signup-actions/types';
import { expect, it } from 'vitest';

const event = createMockEvent();

const run = (handler: unknown, odd: unknown = event): Promise<Outcome> =>
  createRuntime({ limits: { flowTimeoutMs: 50 } }).run({
    event: odd as never,
    actions: [{ name: 'action', handler: handler as PreUserRegistrationAction }],
  });

const explode = (): never => {
  throw new Error('exploded');
};

/** Throws whatever is done with it. */
const createTrap = (): unknown => new Proxy({}, new Proxy({}, { get: () => explode }));

it.each<[string, () => unknown]>([
  [
    'a getter that throws',
    () => Object.defineProperty({}, 'a', { get: explode, enumerable: true }),
  ],
  ['a toJSON that throws', () => ({ toJSON: explode })],
  ['a Proxy that throws', createTrap],
])(
  'metadata with %s throws at the call, and fails the flow unless it is caught',
  async (_, createValue) => {
    const set = async (_event: unknown, api: PreUserRegistrationAPI): Promise<unknown> =>
      api.user.setUserMetadata('value', createValue() as never);

    expect(await run(set)).toMatchObject({
      status: 'failed',
      failure: { kind: 'action_error', error: { code: 'metadata-value-invalid' } },
    });
  },
);

it.each<[string, () => readonly unknown[]]>([
  ['no argument', () => []],
  ['a symbol', () => [Symbol('reason'), Symbol('message')]],
  ['a Proxy that throws', () => [createTrap(), createTrap()]],
  ['an object that cannot be printed', () => [{ toString: explode }, { toString: explode }]],
])('deny with %s denies', async (_, createArgs) => {
  const outcome = await run(async (_event: unknown, api: PreUserRegistrationAPI) => {
    api.access.deny(...(createArgs() as [string, string]));
  });

  expect(outcome.status).toBe('denied');
});

it('an event that is frozen or has getters is copied', async () => {
  const withGetter = {
    ...event,
    get user() {
      return { email: 'ada@example.com' };
    },
  };
  const idle = async (): Promise<void> => {};

  expect((await run(idle, Object.freeze({ ...event }))).status).toBe('allowed');
  expect((await run(idle, withGetter)).status).toBe('allowed');
});

it('an event whose getter throws fails the flow', async () => {
  const broken = Object.defineProperty({ ...event }, 'client', { get: explode, enumerable: true });

  expect(await run(async () => {}, broken)).toMatchObject({
    status: 'failed',
    failure: { kind: 'platform_error' },
  });
});

it.each<[string, unknown, string]>([
  ['returns nothing', () => undefined, 'allowed'],
  ['throws at once', explode, 'failed'],
  [
    'throws undefined',
    async () => {
      throw undefined;
    },
    'failed',
  ],
  [
    'throws a Proxy that throws',
    async () => {
      throw createTrap();
    },
    'failed',
  ],
  ['never settles', () => new Promise(() => {}), 'failed'],
  ['returns a thenable that never settles', () => ({ then() {} }), 'failed'],
  [
    'returns a thenable whose then throws',
    () => ({
      get then() {
        return explode();
      },
    }),
    'failed',
  ],
  [
    'returns a thenable that settles twice',
    () => ({
      then(yes: () => void, no: () => void) {
        yes();
        no();
        yes();
      },
    }),
    'allowed',
  ],
])('a handler that %s is answered in time', async (_, handler, status) => {
  expect((await run(handler)).status).toBe(status);
});

it('the api of an earlier Action works no more', async () => {
  let earlier: PreUserRegistrationAPI | undefined;
  const outcome = await createRuntime().run({
    event,
    actions: [
      { name: 'first', handler: async (_event, api) => void (earlier = api) },
      { name: 'second', handler: async () => earlier?.user.setUserMetadata('plan', 'stolen') },
    ],
  });

  expect(outcome).toMatchObject({ status: 'allowed', changes: { userMetadata: {} } });
  expect(outcome.diagnostics).toMatchObject([{ code: 'late-call', action: 'first' }]);
});

it('an Action that replaces methods changes its own api alone', async () => {
  const outcome = await createRuntime().run({
    event,
    actions: [
      {
        name: 'first',
        handler: async (_event, api) => {
          const open = api as unknown as { access: unknown; user: unknown };
          (api.access as { deny: unknown }).deny = () => api;
          open.user = {};
        },
      },
      { name: 'second', handler: async (_event, api) => api.access.deny('reason', 'message') },
    ],
  });

  expect(outcome).toMatchObject({ status: 'denied', refusal: { action: 'second' } });
});

it('a listener, a call site or a signal that throws changes nothing', async () => {
  const runtime = createRuntime({ onDiagnostic: explode, callSite: explode });

  const outcome = await runtime.run({
    event,
    actions: [{ name: 'action', handler: async (_event, api) => api.access.deny('reason', '') }],
  });

  expect(outcome.status).toBe('denied');
});

it('a handler that shortens the list of Actions skips none of them', async () => {
  const shorten: PreUserRegistrationAction = async () => {
    actions.length = 1;
  };
  const refuse: PreUserRegistrationAction = async (_event, api) => api.access.deny('no', 'No.');
  const actions = [
    { name: 'shorten', handler: shorten },
    { name: 'refuse', handler: refuse },
  ];

  expect((await createRuntime().run({ event, actions })).status).toBe('denied');
});

it('a limit left undefined keeps its default', async () => {
  const actions = Array.from({ length: 21 }, (_, index) => ({
    name: `action ${index}`,
    handler: async () => {},
  }));
  const runtime = createRuntime({ limits: { maxActions: undefined } as never });

  expect((await runtime.run({ event, actions })).status).toBe('failed');
});

it('a time limit of infinity never passes', async () => {
  const runtime = createRuntime({ limits: { flowTimeoutMs: Number.POSITIVE_INFINITY } });
  const handler = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 10));
  };

  expect(await runtime.run({ event, actions: [{ name: 'slow', handler }] })).toMatchObject({
    status: 'allowed',
  });
});

it('an outcome is frozen all the way down', async () => {
  const outcome = await run(async (_event: unknown, api: PreUserRegistrationAPI) => {
    api.user.setUserMetadata('a', { b: [undefined] } as never);
    api.cache.set('a', 'b', { ttl: 5 });
    api.cache.get('a');
    api.access.deny(7 as never, '');
  });

  expect(findUnfrozen(outcome, 'outcome')).toEqual([]);
});

function findUnfrozen(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    findUnfrozen(part, `${path}.${key}`),
  );
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

it.each([
  ['long', `sk-${'abcdefghij'.repeat(8)}`, 'sk-abcdef'],
  ['with quotes and line breaks', 'line1\nline2"quoted"', 'quoted'],
])('a secret that is %s stays out of the messages of errors', async (_, secret, part) => {
  const outcome = await createRuntime().run({
    event,
    actions: [
      {
        name: 'action',
        secrets: { KEY: secret },
        handler: async (received, api) => {
          try {
            api.validation.error(`token ${received.secrets['KEY']} ${'x'.repeat(99)}`, 'No.');
          } catch {
            api.user.setUserId(received.secrets['KEY'] ?? '');
          }
        },
      },
    ],
  });

  expect(outcome.status).toBe('failed');
  expect(JSON.stringify(outcome)).not.toContain(part);
});

it.each<[string, () => unknown]>([
  ['nested deeper than JSON can be written', () => nest(5_000)],
  ['a BigInt', () => 7n],
  ['a cycle', createCycle],
])(
  'F13: signup metadata with %s fails the flow, and its outcome is JSON',
  async (_, createValue) => {
    const user = { email: 'ada@example.com', user_metadata: { value: createValue() } };
    const outcome = await run(async () => {}, { ...event, user });

    expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
    expect(JSON.parse(JSON.stringify(outcome))).toMatchObject({ status: 'failed' });
  },
);

it('a secret of a megabyte is taken out like any other, and rejects nothing', async () => {
  const secret = 'x'.repeat(1_000_000);
  const outcome = await createRuntime().run({
    event,
    actions: [
      {
        name: 'action',
        secrets: { LARGE: secret, SMALL: 'small-secret' },
        handler: async (_event, api) => api.access.deny(`${secret} small-secret`, 'message'),
      },
    ],
  });

  expect(outcome.status).toBe('denied');
  expect(JSON.parse(JSON.stringify(outcome))).toMatchObject({
    refusal: { reason: '[secret LARGE] [secret SMALL]' },
  });
});

function nest(levels: number): unknown {
  let nested: unknown = [];
  for (let level = 1; level < levels; level += 1) nested = [nested];
  return nested;
}

function createCycle(): unknown {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  return cycle;
}

it.each([
  ['push', { push: () => 0 }],
  ['find and filter', { find: () => undefined, filter: () => [] }],
])('a refusal stays one where an Action has broken %s of lists', async (_, broken) => {
  const { find, filter, push } = Array.prototype;
  const outcome = await run(async (_event: unknown, api: PreUserRegistrationAPI) => {
    Object.assign(Array.prototype, broken);
    api.access.deny('reason', 'message');
  }).finally(() => Object.assign(Array.prototype, { find, filter, push }));

  expect(outcome).toMatchObject({
    status: 'failed',
    failure: {
      kind: 'platform_error',
      error: {
        message: expect.stringMatching(/^A refusal was lost/),
      },
    },
  });
});
