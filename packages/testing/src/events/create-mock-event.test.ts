import { createRuntime } from '@signup-actions/runtime-core';
import { createMockEvent, startingPoints, type StartingPoint } from '@signup-actions/testing';
import type { Event, PreUserRegistrationAction } from '@signup-actions/types';
import { describe, expect, it } from 'vitest';

const names = Object.keys(startingPoints) as StartingPoint[];

it('creates one fixed signup through the login page, with empty metadata', () => {
  const event = createMockEvent();

  expect(event).toEqual(createMockEvent());
  expect(event.connection.strategy).toBe('auth0');
  expect(event.transaction?.protocol).toBe('oidc-basic-profile');
  expect(event.user).toEqual({ email: 'ada@example.com', user_metadata: {}, app_metadata: {} });
});

describe.each(names)('from %s', (name) => {
  it('uses only reserved domains, documentation addresses and fictitious phone numbers', () => {
    const event = createMockEvent(name);
    const domains = JSON.stringify(event).match(/[\w-]+\.(com|net|org|io)\b/g) ?? [];

    expect(new Set([...domains, 'example.com'])).toEqual(new Set(['example.com']));
    expect(event.request.ip).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/);
    expect(event.user.phone_number ?? '+12025550123').toMatch(/55501\d\d$/);
  });

  it('creates an event that the engine accepts, with empty metadata', async () => {
    const event = createMockEvent(name);

    expect(event.user).toMatchObject({ user_metadata: {}, app_metadata: {} });
    expect(await createRuntime().run({ event, actions: [] })).toMatchObject({ status: 'allowed' });
  });

  it('accepts overrides, and shares nothing with another event', () => {
    const event = createMockEvent(name, { tenant: { id: 'other-tenant' } });
    (event.request.geoip as { countryCode: string }).countryCode = 'XX';

    expect(event.tenant.id).toBe('other-tenant');
    expect(createMockEvent(name)).toEqual(startingPoints[name]());
  });
});

it('differs by way of signing up as on the platform', () => {
  const withTransaction = names.filter((name) => createMockEvent(name).transaction);

  expect(withTransaction).toEqual([
    'database-otp',
    'passkey',
    'passwordless-email',
    'passwordless-sms',
    'universal-login',
  ]);
  expect(createMockEvent('passwordless-email').connection.strategy).toBe('email');
  expect(createMockEvent('passwordless-sms')).toMatchObject({
    connection: { strategy: 'sms' },
    user: { phone_number: '+12025550123' },
  });
  expect(createMockEvent('passwordless-sms').user).not.toHaveProperty('email');
  expect(createMockEvent('management-api')).not.toHaveProperty('client');
});

it('M10: a one-time code on a database connection creates a user whose metadata is stored', async () => {
  for (const event of [createMockEvent('database-otp'), createMockEvent('otp-challenge')]) {
    const outcome = await createRuntime().run({
      event,
      actions: [
        {
          name: 'tag',
          handler: async (_event, api) =>
            api.user.setUserMetadata('by', 'code').user.setUserId('1'),
        },
      ],
    });

    expect(outcome.user).toMatchObject({ user_id: 'auth0|1', user_metadata: { by: 'code' } });
    expect(outcome.diagnostics).toEqual([]);
  }
  expect(createMockEvent('database-otp').user).not.toHaveProperty('email');
});

it('has the body that was posted, and the custom fields of a prompt', () => {
  expect(createMockEvent('otp-challenge').request.body).toEqual({
    allow_signup: true,
    client_id: 'exampleClientId0000000000000000A',
    connection: 'Username-Password-Authentication',
    email: 'ada@example.com',
  });
  expect(Object.keys(createMockEvent('passkey').request.body)).toEqual(['ulp-device']);
});

it('merges overrides part by part, and replaces arrays whole', () => {
  const event = createMockEvent({
    user: { email: 'grace@example.com' },
    request: { geoip: { countryCode: 'FR' } },
    transaction: { requested_scopes: ['openid'] },
    custom_domain: { domain: 'login.example.com' },
  });

  expect(event.user).toMatchObject({ email: 'grace@example.com', user_metadata: {} });
  expect(event.request.geoip).toMatchObject({ countryCode: 'FR', continentCode: 'EU' });
  expect(event.transaction?.requested_scopes).toEqual(['openid']);
  expect(event.custom_domain).toEqual({ domain: 'login.example.com' });
});

it('removes a part that is overridden with undefined', () => {
  const event = createMockEvent({ transaction: undefined, user: { email: undefined } });

  expect(event).not.toHaveProperty('transaction');
  expect(event.user).not.toHaveProperty('email');
});

it('undefined also removes a part that a shape declares as optional', () => {
  type Form = { body: { 'ulp-company'?: string } };
  const event = createMockEvent<Form>({ request: { body: { 'ulp-company': undefined } } });

  expect(event.request.body).toEqual({});
});

it('shares nothing with its overrides, and treats __proto__ as an ordinary key', () => {
  const metadata = JSON.parse('{"tags":["a"],"__proto__":{"admin":true}}') as { tags: string[] };
  const event = createMockEvent({ user: { user_metadata: metadata } });

  metadata.tags.push('b');

  expect(event.user.user_metadata?.['tags']).toEqual(['a']);
  expect(Object.keys(event.user.user_metadata ?? {})).toEqual(['tags', '__proto__']);
  expect(event.user.user_metadata).not.toHaveProperty('admin');
});

it('lists the starting points if it receives another name', () => {
  expect(() => createMockEvent('social' as never)).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: Failed to create an event: the starting point must be one of "api-signup", "database-otp", "management-api", "otp-challenge", "passkey", "passwordless-email", "passwordless-sms", "universal-login" but received "social".]`,
  );
});

it('neither compiles with a field that no event has, nor accepts it', () => {
  expect(() =>
    // @ts-expect-error -- the user does not exist yet
    createMockEvent({ user: { user_id: 'auth0|1' } }),
  ).toThrowErrorMatchingInlineSnapshot(`
    [TypeError: Failed to create an event: no event has event.user.user_id.
    The fields there are email, username, phone_number, name, given_name, family_name, nickname, picture, app_metadata, user_metadata. To test with another one, assign it to the event afterwards.]
  `);
  // @ts-expect-error -- a misspelt part
  expect(() => createMockEvent({ reqest: {} })).toThrow('no event has event.reqest');
  // @ts-expect-error -- a field of another trigger
  expect(() => createMockEvent({ organization: {} })).toThrow('no event has event.organization');
  // @ts-expect-error -- a field of the user
  expect(() => createMockEvent('passkey', { email: 'a' })).toThrow('no event has event.email');
});

it('does not compile with what the platform never sends', () => {
  // @ts-expect-error -- a part that is always present
  createMockEvent({ tenant: undefined });
  // @ts-expect-error -- not a way of signing up
  expect(() => createMockEvent('social')).toThrow(TypeError);
  // @ts-expect-error -- an address is a string
  createMockEvent('api-signup', { request: { ip: 7 } });
});

it('has the shape that the handler asks for, without a type argument or a cast', () => {
  type Store = { secrets: { API_KEY: string }; userMetadata: { plan?: 'free' | 'pro' } };
  const read: PreUserRegistrationAction<Store> = async (event) => event.secrets.API_KEY;
  const take = (event: Event<Store>): string => event.secrets.API_KEY;

  expect(take(createMockEvent({ secrets: { API_KEY: 'example' } }))).toBe('example');
  expect(take(createMockEvent('api-signup', { secrets: { API_KEY: 'a' } }))).toBe('a');
  // @ts-expect-error -- the secret that the handler reads is misspelt
  take(createMockEvent({ secrets: { API_KEYS: 'example' } }));
  // @ts-expect-error -- the secret that the handler reads is missing
  take(createMockEvent());
  // @ts-expect-error -- not a value that the project's metadata declares
  take(createMockEvent({ secrets: { API_KEY: 'a' }, user: { user_metadata: { plan: 'gold' } } }));
  void read;
});
