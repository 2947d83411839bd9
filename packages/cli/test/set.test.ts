import { expect, it } from 'vitest';
import { action, createFolder, signupActions } from './command.ts';

const folder = createFolder({
  'show.js': action(
    'console.log(JSON.stringify([event.user, event.connection.strategy, event.transaction?.ui_locales, event.request.geoip.latitude, event.request.body, event.experiment, event.custom_domain]));',
  ),
});

/** What the Action sees, or what the command said. */
const set = (...fields: readonly string[]): unknown => {
  const args = fields.flatMap((field) => ['--set', field]);
  const { stdout, stderr, status } = signupActions(folder, 'run', 'show.js', ...args);
  if (status !== 0) return `${status} ${stderr}`;
  return JSON.parse(/│ (.*)/.exec(stdout)?.[1] ?? '');
};

it('sets fields to what they take', () => {
  expect(
    set(
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
    ),
  ).toMatchInlineSnapshot(`
    [
      {
        "app_metadata": {},
        "email": "007@example.com",
        "phone_number": "007",
        "user_metadata": {
          "plan": "free",
          "seats": 3,
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

const setUser = (...fields: readonly string[]): unknown =>
  (set(...fields) as readonly unknown[])[0];

it('what the event has there already decides the type', () => {
  expect(setUser('user.app_metadata.code="1"', 'user.app_metadata.code=42')).toMatchObject({
    app_metadata: { code: '42' },
  });
  expect(setUser('user.app_metadata.tags=["a"]', 'user.app_metadata.tags=b,c')).toMatchObject({
    app_metadata: { tags: ['b', 'c'] },
  });
});

it('names like those of prototypes are ordinary', () => {
  const { user_metadata } = setUser(
    'user.user_metadata.__proto__=1',
    'user.user_metadata.constructor=2',
  ) as { readonly user_metadata: object };

  expect(Object.entries(user_metadata)).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
  ]);
});

it('a field that no event has', () => {
  expect(set('user.emial=x')).toMatchInlineSnapshot(`
    "2 error: Failed to set user.emial: user has no emial, only email, username, phone_number, name, given_name, family_name, nickname, picture, app_metadata, user_metadata.
    "
  `);
  expect(set('usr=x')).toMatchInlineSnapshot(`
    "2 error: Failed to set usr: the event has no usr, only user, connection, request, tenant, transaction, client, custom_domain, authentication, security_context, experiment, anonymous_session.
    "
  `);
  expect(set('user.email.domain=x')).toMatchInlineSnapshot(`
    "2 error: Failed to set user.email.domain: user.email has no parts to set.
    "
  `);
  expect(set('user.__proto__=x')).toContain('2 error: Failed to set user.__proto__');
  expect(set('secrets.API_KEY=x')).toContain('2 error: Failed to set secrets.API_KEY');
});

it('a value that the field does not take, and what is no pair', () => {
  expect(set('request.geoip.latitude=north')).toMatchInlineSnapshot(`
    "2 error: Failed to set request.geoip.latitude: it takes a number but received "north".
    "
  `);
  expect(set('experiment.is_control=yes')).toMatchInlineSnapshot(`
    "2 error: Failed to set experiment.is_control: it takes true or false but received "yes".
    "
  `);
  expect(set('user.user_metadata=plan')).toMatchInlineSnapshot(`
    "2 error: Failed to set user.user_metadata: it takes a JSON object but received "plan".
    "
  `);
  expect(set('user.email')).toMatchInlineSnapshot(`
    "2 error: Failed to read --set user.email: it is written PATH=VALUE, as in user.email=ada@example.com.
    "
  `);
});
