import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { setFields, unsetFields } from './set-fields.ts';

const set = (...fields: readonly string[]): ReturnType<typeof setFields> =>
  setFields(createMockEvent(), fields);

it('sets each field to a value of its type', () => {
  const { user, connection, transaction, request, experiment, custom_domain } = set(
    'user.email=007@example.com',
    'user.phone_number=007',
    'user.user_metadata.plan=free',
    'user.user_metadata.seats=3',
    'connection.strategy=sms',
    'transaction.ui_locales=pt,en',
    'request.geoip.latitude=-1.5',
    'request.body={"a":1}',
    'request.body.ulp-company=Engines = more',
    'experiment.is_control=true',
    'custom_domain.domain=login.example.org',
  );

  expect([
    user,
    connection.strategy,
    transaction?.ui_locales,
    request.geoip.latitude,
    request.body,
    experiment,
    custom_domain,
  ]).toMatchInlineSnapshot(`
    [
      {
        "app_metadata": {},
        "email": "007@example.com",
        "phone_number": "007",
        "user_metadata": {
          "plan": "free",
          "seats": "3",
        },
      },
      "sms",
      [
        "pt",
        "en",
      ],
      -1.5,
      {
        "a": 1,
        "ulp-company": "Engines = more",
      },
      {
        "is_control": true,
      },
      {
        "domain": "login.example.org",
      },
    ]
  `);
});

it('prefers the type of a value that the event has', () => {
  expect(set('user.app_metadata.code="1"', 'user.app_metadata.code=42').user).toMatchObject({
    app_metadata: { code: '42' },
  });
  expect(set('user.app_metadata.tags=["a"]', 'user.app_metadata.tags=b,c').user).toMatchObject({
    app_metadata: { tags: ['b', 'c'] },
  });
});

it('takes names like those of prototypes for ordinary names', () => {
  const { user_metadata } = set(
    'user.user_metadata.__proto__=1',
    'user.user_metadata.constructor=2',
  ).user;

  expect(Object.entries(user_metadata ?? {})).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});

it('refuses a field that no event has', () => {
  expect(() => set('user.emial=x')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to set user.emial: user has no field emial, only email, username, phone_number, name, given_name, family_name, nickname, picture, app_metadata, user_metadata.]`,
  );
  expect(() => set('usr=x')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to set usr: the event has no field usr, only user, connection, request, tenant, transaction, client, custom_domain, authentication, security_context, experiment, anonymous_session.]`,
  );
  expect(() => set('user.email.domain=x')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to set user.email.domain: user.email has no fields.]`,
  );
  expect(() => set('user.=x')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to set user.: user has no field without a name, only email, username, phone_number, name, given_name, family_name, nickname, picture, app_metadata, user_metadata.]`,
  );
  expect(() => set('user.__proto__=x')).toThrow('Failed to set user.__proto__');
  expect(() => set('secrets.API_KEY=x')).toThrow('Failed to set secrets.API_KEY');
});

it('refuses a value that does not fit the field, and a field without a value', () => {
  expect(() => set('request.geoip.latitude=north')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to set request.geoip.latitude: it must be a number but received "north".]`,
  );
  expect(() => set('experiment.is_control=yes')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to set experiment.is_control: it must be true or false but received "yes".]`,
  );
  expect(() => set('user.user_metadata=plan')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to set user.user_metadata: it must be a JSON object but received "plan".]`,
  );
  expect(() => set('user.email')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to read --set user.email: it must be PATH=VALUE, such as user.email=ada@example.com.]`,
  );
});

it.each([
  'request.body',
  'user.user_metadata',
  'client.metadata',
  'connection.metadata',
  'custom_domain.domain_metadata',
  'anonymous_session.metadata',
])('keeps what a form posts a string: %s', (part) => {
  const values = ['12345', 'true', 'null', '"7"', '{"a":1}', '[1]', 'a "quote"'];
  const event = set(...values.map((value, index) => `${part}.field${index}=${value}`));
  const read = part
    .split('.')
    .reduce((whole: object, key) => (whole as Record<string, object>)[key] ?? {}, event);

  expect(Object.values(read).slice(-values.length)).toEqual([
    '12345',
    'true',
    'null',
    '7',
    { a: 1 },
    [1],
    'a "quote"',
  ]);
});

it('removes fields, but none that every event has', () => {
  const event = unsetFields(createMockEvent(), ['user.email', 'client', 'user.user_metadata.gone']);

  expect('email' in event.user || 'client' in event).toBe(false);
  expect(() => unsetFields(createMockEvent(), ['tenant.id'])).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: Failed to unset tenant.id: every event has it.]`,
  );
  expect(() => unsetFields(createMockEvent(), ['request'])).toThrow('every event has it');
  expect(() => unsetFields(createMockEvent(), ['user.emial'])).toThrow(
    'Failed to unset user.emial',
  );
});
