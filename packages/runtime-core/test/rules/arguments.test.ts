import { createMockApi } from '@signup-actions/testing';
import { expect, it } from 'vitest';

const reserved = [
  '__tenant',
  '_id',
  'blocked',
  'clientID',
  'created_at',
  'email_verified',
  'email',
  'globalClientID',
  'global_client_id',
  'identities',
  'lastIP',
  'lastLogin',
  'loginsCount',
  'metadata',
  'multifactor_last_modified',
  'multifactor',
  'updated_at',
  'user_id',
] as const;

it.each(reserved)('M8: %s is reserved in app metadata and allowed in user metadata', (key) => {
  const { user } = createMockApi();

  expect(() => user.setAppMetadata(key as never, 1 as never)).toThrow(
    'is a reserved app_metadata key',
  );
  expect(() => user.setUserMetadata(key, 1)).not.toThrow();
});

it('U1: a user id has at most 255 characters', () => {
  const api = createMockApi();

  expect(() => api.user.setUserId('x'.repeat(255))).not.toThrow();
  expect(() => api.user.setUserId('a b')).toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to set the user's id: it must be 1 to 255 characters of a-z A-Z 0-9 @ . _ + - but received "a b".
    Omit the connection's prefix ("auth0|"), and replace all other characters.]
  `);
});

it('R4 M8 U1 C3: a call that threw is recorded with what it received', () => {
  const api = createMockApi();
  const attempts = [
    () => api.validation.error(7 as never, 'message'),
    () => api.user.setAppMetadata('blocked' as never, { plan: 'free' } as never),
    () => api.user.setUserMetadata('' as never, 'free' as never),
    () => api.user.setUserId(null as never),
    () => api.cache.get({} as never),
    () => api.cache.set('key', 7 as never),
    () => api.cache.delete(7 as never),
  ];

  for (const attempt of attempts) expect(attempt).toThrow('Failed to');

  expect(api.calls.map(({ method, args, error }) => [method, args, error?.code])).toEqual([
    ['validation.error', [7, 'message'], 'validation-error-invalid'],
    ['user.setAppMetadata', ['blocked', 'an object'], 'metadata-key-invalid'],
    ['user.setUserMetadata', ['', 'free'], 'metadata-key-invalid'],
    ['user.setUserId', [null], 'user-id-invalid'],
    ['cache.get', ['an object'], 'cache-argument-invalid'],
    ['cache.set', ['key', 7], 'cache-argument-invalid'],
    ['cache.delete', [7], 'cache-argument-invalid'],
  ]);
});

it('M5 M9: a call that changes nothing is never too large', () => {
  const { user } = createMockApi({ limits: { maxMetadataBytes: 12 } });

  user.setUserMetadata('a', 'free');
  expect(() => user.setUserMetadata('b', 1)).toThrow('at most 12 bytes');
  expect(() => user.setUserMetadata('b', undefined as never)).not.toThrow();
});

it('R4: the message names the string that is too long, and counts code points', () => {
  const { validation } = createMockApi();

  expect(() => validation.error('x'.repeat(101), 'message')).toThrow(
    'errorCode must be a string of at most 100 characters but received a string of 101 characters',
  );
  expect(() => validation.error('code', '😀'.repeat(101))).toThrow('errorMessage must be a string');
  expect(() => validation.error('code', ['message'] as never)).toThrow('received an array of 1');
});

it.each<[string, unknown, readonly (readonly [string, string])[]]>([
  ['plain data', { a: [1, 'b', true, null, { c: 0 }] }, []],
  ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), []],
  ['minus zero', -0, [['metadata-not-json', '0']]],
  ['a nested minus zero', { a: -0 }, [['metadata-not-json', 'an object with "a"']]],
  ['a Date', new Date(0), [['metadata-not-json', 'a Date']]],
  ['a nested Date', { at: new Date(0) }, [['metadata-not-json', 'an object with "at"']]],
  ['a Set', [new Set([1])], [['metadata-not-json', 'an array of 1 with "0"']]],
  ['a function', () => {}, [['metadata-undefined', 'a function']]],
  ['NaN', Number.NaN, [['metadata-not-json', 'NaN']]],
  ['a boxed string', new String('a'), [['metadata-not-json', 'a String']]],
  [
    'a toJSON with another object',
    { a: { toJSON: () => ({ b: 1 }) } },
    [['metadata-not-json', 'an object with "a"']],
  ],
])('M5 M7: the notes of %s say what JSON changes, and where', (_, value, notes) => {
  const api = createMockApi();

  api.user.setUserMetadata('value', value as never);

  expect((api.calls[0]?.notes ?? []).map(({ code, received }) => [code, received])).toEqual(notes);
  expect(JSON.stringify(api.calls[0]?.args[1])).toBe(
    notes[0]?.[1] === 'NaN' ? undefined : JSON.stringify(value),
  );
});

it('R3: both strings of a denial are checked, and an empty reason is accepted', () => {
  const api = createMockApi();

  api.access.deny('', 'message');
  api.access.deny(7 as never, 8 as never);

  expect(api.calls.map(({ notes }) => notes?.map(({ received }) => received))).toEqual([
    undefined,
    ['7 as its first argument', '8 as its second argument'],
  ]);
  expect(Object.isFrozen(api.calls[1]?.notes)).toBe(true);
  expect(Object.isFrozen(api.calls[1]?.notes?.[0])).toBe(true);
});

it('C1: the cache rounds the clock down to whole milliseconds', () => {
  const { cache } = createMockApi({ clock: () => 10.7 });

  expect(cache.set('key', 'value', { ttl: 5 })).toMatchObject({ record: { expires_at: 15 } });
  expect(cache.delete('key')).toEqual({ type: 'success' });
});

it('M7: at most ten places of a value that JSON changes are noted', () => {
  const api = createMockApi();
  api.user.setUserMetadata('days', Array.from({ length: 30 }, () => new Date(0)) as never);

  expect(api.calls[0]?.notes).toHaveLength(10);
});
