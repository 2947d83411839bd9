// oxlint-disable unicorn/no-thenable -- handlers can return thenables
import { createRuntime, type Timer } from '@signup-actions/runtime-core';
import type { PreUserRegistrationAction, PreUserRegistrationAPI } from '@signup-actions/types';
import { expect, it } from 'vitest';
import { deny, event, idle, run } from '../run.ts';

const explode = (): never => {
  throw new Error('exploded');
};

/** Throws on every operation. */
const createTrap = (): unknown => new Proxy({}, new Proxy({}, { get: () => explode }));

it.each<[string, () => unknown]>([
  [
    'a getter that throws',
    () => Object.defineProperty({}, 'a', { get: explode, enumerable: true }),
  ],
  ['a toJSON that throws', () => ({ toJSON: explode })],
  ['a Proxy that throws', createTrap],
])(
  'metadata with %s throws, and fails the flow unless the error is caught',
  async (_, createValue) => {
    const set: PreUserRegistrationAction = async (_event, api) =>
      api.user.setUserMetadata('value', createValue() as never);

    expect(await run({ set })).toMatchObject({
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
  const outcome = await run({
    deny: async (_event, api) => api.access.deny(...(createArgs() as [string, string])),
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

  expect((await run({ idle }, { event: Object.freeze({ ...event }) })).status).toBe('allowed');
  expect((await run({ idle }, { event: withGetter })).status).toBe('allowed');
});

it('an event whose getter throws fails the flow', async () => {
  const broken = Object.defineProperty({ ...event }, 'client', { get: explode, enumerable: true });

  expect(await run({ idle }, { event: broken })).toMatchObject({
    status: 'failed',
    failure: { kind: 'platform_error' },
  });
});

it.each<[string, unknown, string]>([
  ['returns nothing', () => undefined, 'allowed'],
  ['throws synchronously', explode, 'failed'],
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
])('a handler that %s does not hold up the flow', async (_, handler, status) => {
  // With a timer of its own, a busy machine does not count.
  const timer: Timer = (callback, ms) => {
    const started = setTimeout(callback, ms);
    return () => clearTimeout(started);
  };
  const options = { limits: { flowTimeoutMs: 50 }, timer };
  const outcome = await run({ action: handler as never }, options);

  expect(outcome.status).toBe(status);
});

it('the api of an earlier Action no longer works', async () => {
  let earlier: PreUserRegistrationAPI | undefined;
  const outcome = await run({
    first: async (_event, api) => void (earlier = api),
    second: async () => earlier?.user.setUserMetadata('plan', 'stolen'),
  });

  expect(outcome).toMatchObject({ status: 'allowed', changes: { userMetadata: {} } });
  expect(outcome.diagnostics).toMatchObject([{ code: 'late-call', action: 'first' }]);
});

it('an Action that replaces methods changes only its own api', async () => {
  const outcome = await run({
    first: async (_event, api) => {
      const open = api as unknown as { access: unknown; user: unknown };
      (api.access as { deny: unknown }).deny = () => api;
      open.user = {};
    },
    second: deny,
  });

  expect(outcome).toMatchObject({ status: 'denied', refusal: { action: 'second' } });
});

it('an error in onDiagnostic or callSite changes nothing', async () => {
  const outcome = await run(
    { silent: async (_event, api) => api.access.deny('reason', '') },
    { onDiagnostic: explode, callSite: explode },
  );

  expect(outcome.status).toBe('denied');
});

it('a handler that shortens the list of Actions does not skip any of them', async () => {
  const shorten: PreUserRegistrationAction = async () => {
    actions.length = 1;
  };
  const actions = [
    { name: 'shorten', handler: shorten },
    { name: 'deny', handler: deny },
  ];

  expect((await createRuntime().run({ event, actions })).status).toBe('denied');
});

it('a limit that is undefined keeps its default', async () => {
  const actions = Array.from({ length: 21 }, (_, index) => ({
    name: `action ${index}`,
    handler: async () => {},
  }));
  const runtime = createRuntime({ limits: { maxActions: undefined } as never });

  expect((await runtime.run({ event, actions })).status).toBe('failed');
});

it('a flow with an infinite time limit does not time out', async () => {
  const slow = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const limits = { flowTimeoutMs: Number.POSITIVE_INFINITY };

  expect((await run({ slow }, { limits })).status).toBe('allowed');
});

it('an outcome is deeply frozen', async () => {
  const outcome = await run({
    action: async (_event, api) => {
      api.user.setUserMetadata('a', { b: [undefined] } as never);
      api.cache.set('a', 'b', { ttl: 5 });
      api.cache.get('a');
      api.access.deny(7 as never, '');
    },
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
])('error messages do not contain a secret that is %s', async (_, secret, part) => {
  const outcome = await run(
    {
      action: async ({ secrets }, api) => {
        try {
          api.validation.error(`token ${secrets['KEY']} ${'x'.repeat(99)}`, 'No.');
        } catch {
          api.user.setUserId(secrets['KEY'] ?? '');
        }
      },
    },
    { secrets: { KEY: secret } },
  );

  expect(outcome.status).toBe('failed');
  expect(JSON.stringify(outcome)).not.toContain(part);
});

it.each<[string, () => unknown]>([
  ['more levels than JSON can represent', () => nest(5_000)],
  ['a BigInt', () => 7n],
  ['a cycle', createCycle],
])(
  'F13: signup metadata with %s fails the flow, and its outcome is JSON',
  async (_, createValue) => {
    const user = { email: 'ada@example.com', user_metadata: { value: createValue() } };
    const outcome = await run({ idle }, { event: { ...event, user } });

    expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'platform_error' } });
    expect(JSON.parse(JSON.stringify(outcome))).toMatchObject({ status: 'failed' });
  },
);

it('a secret of a megabyte is redacted like any other', async () => {
  const secret = 'x'.repeat(1_000_000);
  const outcome = await run(
    { action: async (_event, api) => api.access.deny(`${secret} small-secret`, 'message') },
    { secrets: { LARGE: secret, SMALL: 'small-secret' } },
  );

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
])('nobody is let in after a refusal if the Action broke %s of arrays', async (_, broken) => {
  const { find, filter, push } = Array.prototype;
  const outcome = await run({
    action: async (_event, api) => {
      Object.assign(Array.prototype, broken);
      api.access.deny('reason', 'message');
    },
  }).finally(() => Object.assign(Array.prototype, { find, filter, push }));

  expect(outcome).toMatchObject({
    status: 'failed',
    failure: { kind: 'action_error', action: 'action', error: { code: 'refusal-lost' } },
  });
});
