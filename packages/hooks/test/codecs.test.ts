import type { PreUserRegistrationAction } from '@signup-actions/types';
import { describe, expect, it, vi } from 'vitest';
import { hooks } from './hooks.ts';

const [supabase, workos, cognito] = hooks as unknown as [Hook, Hook, Hook];
type Hook = (typeof hooks)[number];

/** The event that an Action receives for a payload, or `undefined` if none runs. */
async function eventOf({ decide }: Hook, payload?: unknown, more = {}) {
  const handler = vi.fn<PreUserRegistrationAction>(async () => {});
  await decide({ actions: [{ name: 'action', handler }], ...more }, payload);
  return handler.mock.calls[0]?.[0];
}

const withProvider = (provider: string | undefined, user = {}) => {
  const { user: ada, ...rest } = supabase.payload as { user: object };
  return { ...rest, user: { ...ada, app_metadata: { provider }, ...user } };
};
const withMethod = (authentication_method: string) => ({
  ...workos.payload,
  authentication_method,
});

it('gives Actions what Supabase sends', async () => {
  expect(await eventOf(supabase)).toMatchInlineSnapshot(`
    {
      "configuration": {},
      "connection": {
        "id": "email",
        "name": "email",
        "strategy": "auth0",
      },
      "request": {
        "body": {},
        "geoip": {},
        "ip": "198.51.100.4",
        "method": "POST",
      },
      "secrets": {},
      "tenant": {
        "id": "supabase",
      },
      "user": {
        "app_metadata": {
          "provider": "email",
          "providers": [
            "email",
          ],
        },
        "email": "ada@example.com",
        "user_metadata": {
          "campaign": "spring",
        },
      },
    }
  `);
});

it('gives Actions what WorkOS sends', async () => {
  expect(await eventOf(workos)).toMatchInlineSnapshot(`
    {
      "configuration": {},
      "connection": {
        "id": "Password",
        "name": "Password",
        "strategy": "auth0",
      },
      "request": {
        "body": {},
        "geoip": {},
        "ip": "198.51.100.4",
        "method": "POST",
        "user_agent": "Mozilla/5.0",
      },
      "secrets": {},
      "tenant": {
        "id": "workos",
      },
      "user": {
        "app_metadata": {},
        "email": "ada@example.com",
        "family_name": "Lovelace",
        "given_name": "Ada",
        "user_metadata": {},
      },
    }
  `);
});

it('gives Actions what Cognito sends', async () => {
  expect(await eventOf(cognito)).toMatchInlineSnapshot(`
    {
      "configuration": {},
      "connection": {
        "id": "eu-west-1_example",
        "name": "eu-west-1_example",
        "strategy": "auth0",
      },
      "request": {
        "body": {
          "campaign": "spring",
          "invite": "ada-7",
        },
        "geoip": {},
        "ip": "0.0.0.0",
        "method": "POST",
      },
      "secrets": {},
      "tenant": {
        "id": "eu-west-1_example",
      },
      "user": {
        "app_metadata": {},
        "email": "ada@example.com",
        "user_metadata": {},
      },
    }
  `);
});

it('gives Actions the tenant that the host names', async () => {
  for (const hook of hooks) {
    expect(await eventOf(hook, undefined, { tenant: 'shop' })).toMatchObject({
      tenant: { id: 'shop' },
    });
  }
});

it.each([
  ['email', 'auth0'],
  ['phone', 'sms'],
  [undefined, 'auth0'],
])(
  'names the connection of a Supabase user of %s by a strategy of Auth0',
  async (provider, strategy) => {
    expect(await eventOf(supabase, withProvider(provider))).toMatchObject({
      connection: { strategy },
    });
  },
);

it.each([
  ['Password', 'auth0'],
  ['Passkey', 'auth0'],
  ['MagicAuth', 'email'],
])(
  'names the connection of a WorkOS user of %s by a strategy of Auth0',
  async (method, strategy) => {
    expect(await eventOf(workos, withMethod(method))).toMatchObject({ connection: { strategy } });
  },
);

const external: readonly [string, Hook, unknown][] = [
  ['Supabase, by Google', supabase, withProvider('google')],
  ['Supabase, by single sign-on', supabase, withProvider('sso:3f9c')],
  ['WorkOS, by Google', workos, withMethod('GoogleOAuth')],
  ['WorkOS, by single sign-on', workos, withMethod('SSO')],
  ['Cognito', cognito, { ...cognito.payload, triggerSource: 'PreSignUp_ExternalProvider' }],
];

describe.each(external)('a user of another identity provider: %s', (_, hook, payload) => {
  const actions = [
    {
      name: 'action',
      handler: (async (_event, api) => {
        api.access.deny('no', 'No.');
      }) satisfies PreUserRegistrationAction,
    },
  ];

  it('is let in without running an Action, as on Auth0', async () => {
    expect(await hook.decide({ actions }, payload)).toEqual({ created: true });
  });

  it('is decided by the Actions if the host says so', async () => {
    expect(await hook.decide({ actions, externalUsers: 'run' }, payload)).toEqual({
      created: false,
      message: 'No.',
    });
  });
});

it.each<[string, Hook, unknown]>([
  ['Supabase, by phone', supabase, withProvider('phone')],
  ['WorkOS, by Magic Auth', workos, withMethod('MagicAuth')],
  ['WorkOS, by Google', workos, withMethod('GoogleOAuth')],
])(
  'needs a place for metadata and user id, although Auth0 would ignore them: %s',
  async (_, hook, payload) => {
    const handlers: readonly PreUserRegistrationAction[] = [
      async (_event, api) => void api.user.setAppMetadata('plan', 'free'),
      async (_event, api) => void api.user.setUserMetadata('plan', 'free'),
      async (_event, api) => void api.user.setUserId('ada'),
    ];
    for (const handler of handlers) {
      const actions = [{ name: 'action', handler }];
      const decision = await hook.decide({ actions, externalUsers: 'run' }, payload);
      expect(decision.created).toBe(false);
    }
  },
);

it('refuses the event of another trigger of Cognito', async () => {
  const payload = { ...cognito.payload, triggerSource: 'PostConfirmation_ConfirmSignUp' };

  expect(await cognito.decide({ actions: [] }, payload)).toMatchObject({ created: false });
});
