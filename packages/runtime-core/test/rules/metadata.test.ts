import { createMockApi, createMockEvent, runAction, runFlow } from '@signup-actions/testing';
import type { Event, PreUserRegistrationAction } from '@signup-actions/types';
import { expect, it } from 'vitest';

const codesOf = (api: ReturnType<typeof createMockApi>): readonly string[] =>
  api.diagnostics.map(({ code }) => code);

it('M1: setting metadata does not change the event', async () => {
  await runAction(async (event, api) => {
    api.user.setUserMetadata('plan', 'free');
    expect(event.user.user_metadata).toEqual({});
  });
  expect.assertions(1);
});

it('M2 M3 M4: the changes of all Actions are applied together; the last write wins, null removes', async () => {
  const event = createMockEvent({
    user: { app_metadata: { plan: { name: 'free', seats: 1 }, old: 1 } },
  });

  const outcome = await runFlow(
    [
      async (_event, api) => api.user.setAppMetadata('plan', { name: 'team' }),
      async (_event, api) =>
        api.user.setAppMetadata('old', null).user.setAppMetadata('absent', null),
      async (_event, api) => api.user.setAppMetadata('new', 1).user.setAppMetadata('new', 2),
    ],
    event,
  );

  expect(outcome).toMatchObject({ status: 'allowed' });
  expect(outcome.status === 'allowed' && outcome.user.app_metadata).toEqual({
    plan: { name: 'team' },
    new: 2,
  });
});

it('M4: removing a missing property leaves metadata absent, and the first property creates it', async () => {
  const event = createMockEvent({ user: { app_metadata: undefined, user_metadata: undefined } });

  const outcome = await runAction(
    async (_event, api) =>
      api.user.setAppMetadata('absent', null).user.setUserMetadata('plan', 'free'),
    event,
  );

  expect(outcome).toMatchObject({ status: 'allowed', user: { user_metadata: { plan: 'free' } } });
  expect(outcome).not.toHaveProperty('user.app_metadata');

  const untouched = await runAction(async () => {}, event);
  expect(untouched).toHaveProperty('user', { email: 'ada@example.com' });
  expect(untouched).not.toHaveProperty('user.user_metadata');
});

it.each([
  ['undefined', undefined],
  ['a function', () => {}],
  ['a symbol', Symbol('value')],
])('M5: %s changes nothing, and is reported', (_, value) => {
  const api = createMockApi();

  api.user.setUserMetadata('plan', 'free');
  api.user.setUserMetadata('plan', value as never);

  expect(api.outcome().changes.userMetadata).toEqual({ plan: 'free' });
  expect(JSON.stringify(api.calls[1]?.args)).toBe('["plan"]');
  expect(codesOf(api)).toEqual(['metadata-undefined']);
});

it('M6: a refused flow applies no changes, and lists them', async () => {
  const outcome = await runAction(async (_event, api) => {
    api.user.setUserMetadata('plan', 'free').access.deny('reason', 'message');
  });

  expect(outcome).not.toHaveProperty('user');
  expect(outcome.changes.userMetadata).toEqual({ plan: 'free' });
});

it('M7: a value is converted to JSON at the moment of the call', () => {
  const api = createMockApi();
  const value = { tags: ['a'] };

  api.user.setUserMetadata('value', value);
  value.tags.push('b');

  expect(api.outcome().changes.userMetadata).toEqual({ value: { tags: ['a'] } });
  expect(codesOf(api)).toEqual([]);
});

it.each<[string, unknown, unknown]>([
  ['a Date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a Map', new Map([['a', 1]]), {}],
  ['a nested undefined', { a: 1, b: undefined }, { a: 1 }],
  ['an undefined in a list', [undefined], [null]],
  ['a nested NaN', { a: Number.NaN }, { a: null }],
])('M7: %s is stored as JSON represents it, and reported', (_, value, stored) => {
  const api = createMockApi();

  api.user.setUserMetadata('value', value as never);

  expect(api.outcome().changes.userMetadata).toEqual({ value: stored });
  expect(codesOf(api)).toEqual(['metadata-not-json']);
});

it.each([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['an invalid Date', new Date(Number.NaN)],
  ['a toJSON that answers null', { toJSON: () => null }],
])('M7: %s does not remove the property', (_, value) => {
  const api = createMockApi();

  api.user.setUserMetadata('plan', 'free');
  api.user.setUserMetadata('plan', value as never);

  expect(api.outcome().changes.userMetadata).toEqual({ plan: 'free' });
  expect(codesOf(api)).toEqual(['metadata-not-json']);
});

it('M7: a BigInt, a cycle and too many levels throw', () => {
  const api = createMockApi();
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];

  expect(() => api.user.setUserMetadata('value', 7n as never)).toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to set metadata: a value must be JSON-serializable but received a BigInt (Do not know how to serialize a BigInt).
    Pass plain data: strings, numbers, booleans, null, and arrays and objects of these.]
  `);
  expect(() => api.user.setUserMetadata('value', cycle as never)).toThrow('JSON-serializable');
  expect(() => api.user.setUserMetadata('value', deep as never)).toThrow('JSON-serializable');
  expect(api.outcome().changes.userMetadata).toEqual({});
});

it('M7: a value has at most 512 levels, so that code can walk an outcome', () => {
  const nest = (levels: number): unknown => {
    let value: unknown = 'bottom';
    for (let level = 0; level < levels; level += 1) value = [value];
    return value;
  };
  const api = createMockApi();

  api.user.setUserMetadata('deep', nest(512) as never);

  expect(() => api.user.setUserMetadata('deeper', nest(513) as never)).toThrow(
    'nested deeper than 512',
  );
  expect(JSON.stringify(api.outcome().changes.userMetadata)).toContain('bottom');
});

it('M8: keys are non-empty strings without dot or dollar, and some are reserved in app metadata', () => {
  const { user } = createMockApi();
  const set = (key: unknown) => () => user.setUserMetadata(key as string, 1 as never);

  expect(set('')).toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to set metadata: a key must be a non-empty string without "." or "$" but received "".
    Nest an object under one key instead.]
  `);
  expect(set('a.b')).toThrow('without "." or "$"');
  expect(set('$a')).toThrow('without "." or "$"');
  expect(set({ plan: 'free' })).toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to set metadata: a key must be a string but received an object.
    Pass key and value as two arguments, in one call per property.]
  `);
  expect(() => user.setAppMetadata('blocked' as never, true as never))
    .toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to set metadata: "blocked" is a reserved app_metadata key.
    Choose another name.]
  `);
  expect(set('blocked')).not.toThrow();
});

it('M8: __proto__ and the like are ordinary keys, and do not set a prototype', () => {
  const api = createMockApi();

  for (const key of ['__proto__', 'constructor', 'toString'])
    api.user.setUserMetadata(key, { polluted: true });

  const outcome = api.outcome();
  expect(Object.keys(outcome.changes.userMetadata)).toEqual([
    '__proto__',
    'constructor',
    'toString',
  ]);
  expect(outcome.status === 'allowed' && Object.keys(outcome.user.user_metadata ?? {})).toContain(
    '__proto__',
  );
  expect({}).not.toHaveProperty('polluted');
});

it('M9: the changes of each kind have at most 32,768 bytes of JSON, and a call beyond that throws', () => {
  const api = createMockApi();
  const room = 32_768 - '{"a":""}'.length;

  expect(() => api.user.setUserMetadata('a', 'x'.repeat(room + 1)))
    .toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to set metadata: a flow can set at most 32768 bytes of each kind (as JSON) but received 32769 with "a".
    Store only what your application needs.]
  `);
  api.user.setUserMetadata('a', 'x'.repeat(room));
  api.user.setAppMetadata('a', 'x'.repeat(room));
  expect(() => api.user.setUserMetadata('b', null)).toThrow(
    expect.objectContaining({ code: 'metadata-too-large' }),
  );
  // A replaced value does not count.
  api.user.setUserMetadata('a', 'é'.repeat(room / 2));
  expect(() => api.user.setUserMetadata('a', 'é'.repeat(room / 2 + 1))).toThrow(
    'at most 32768 bytes',
  );
});

it.each(['email', 'sms'])(
  'M10: a %s connection stores no metadata, which is reported',
  (strategy) => {
    const api = createMockApi({ event: createMockEvent({ connection: { strategy } }) });

    api.user.setUserMetadata('plan', 'free').user.setAppMetadata('plan', 'free');

    expect(api.outcome()).toHaveProperty('user', {
      email: 'ada@example.com',
      user_metadata: {},
      app_metadata: {},
    });
    expect(api.outcome().changes.userMetadata).toEqual({ plan: 'free' });
    expect(codesOf(api)).toEqual(['metadata-on-passwordless', 'metadata-on-passwordless']);
  },
);

it('M11: a later Action sees the changes of an earlier one only if the host wants it', async () => {
  const seen: unknown[] = [];
  const set: PreUserRegistrationAction = async (_event, api) =>
    api.user.setUserMetadata('plan', 'free');
  const look = async ({ user }: Event): Promise<void> => void seen.push(user.user_metadata);

  await runFlow([set, look]);
  await runFlow([set, look], createMockEvent(), { pendingMetadata: 'visible' });

  expect(seen).toEqual([{}, { plan: 'free' }]);
});

it('M11: the changes of both kinds are visible instead of the metadata of the event', async () => {
  const seen: Event['user'][] = [];
  const event = createMockEvent({
    user: { app_metadata: { plan: 'old', kept: 1 }, user_metadata: undefined },
  });
  const look: PreUserRegistrationAction = async ({ user }) => void seen.push(user);

  await runFlow(
    [
      look,
      async (_event, api) => api.user.setAppMetadata('plan', 'new').user.setUserMetadata('a', 1),
      look,
    ],
    event,
    { pendingMetadata: 'visible' },
  );

  expect(seen).toEqual([
    { email: 'ada@example.com', app_metadata: { plan: 'old', kept: 1 } },
    {
      email: 'ada@example.com',
      app_metadata: { plan: 'new', kept: 1 },
      user_metadata: { a: 1 },
    },
  ]);
  expect('user_metadata' in (seen[0] ?? {})).toBe(false);
});

it('M11 F9: edits of the visible changes do not affect the outcome', async () => {
  const edit: PreUserRegistrationAction = async ({ user }) => {
    (user.app_metadata as { plan: unknown }).plan = 'edited';
    (user.user_metadata as { plan: { name: string } }).plan.name = 'edited';
  };

  const outcome = await runFlow(
    [
      async (_event, api) =>
        api.user.setAppMetadata('plan', 'free').user.setUserMetadata('plan', { name: 'free' }),
      edit,
    ],
    createMockEvent(),
    { pendingMetadata: 'visible' },
  );

  expect(outcome).toMatchObject({
    user: { app_metadata: { plan: 'free' }, user_metadata: { plan: { name: 'free' } } },
  });
});

it('U1: the last user id wins, and is stored with the strategy', () => {
  const api = createMockApi();

  api.user.setUserId('first').user.setUserId('a.B-9_@+');

  expect(api.outcome()).toMatchObject({ user: { user_id: 'auth0|a.B-9_@+' } });
});

it.each([[''], ['a b'], ['auth0|a'], ['é'], ['x'.repeat(256)], [7], [undefined], ['a\n']])(
  'U1: %j is not a valid user id',
  (id) => {
    expect(() => createMockApi().user.setUserId(id as string)).toThrow('Failed to set the user');
  },
);

it('U1: only database connections accept a user id', () => {
  const api = createMockApi({ event: createMockEvent({ connection: { strategy: 'sms' } }) });

  api.user.setUserId('ada');

  expect(api.outcome()).not.toHaveProperty('user.user_id');
  expect(codesOf(api)).toEqual(['user-id-on-non-database']);
});
