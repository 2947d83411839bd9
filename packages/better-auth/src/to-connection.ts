import type { SignupEvent } from '@signup-actions/runtime-core';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The connection of a road that creates users. Its strategy decides what an Action can store: `email` and `sms` have no
 * metadata (M10), and only `auth0` has a chosen user id (U1).
 */
export function toConnection(
  path: string,
  params: Fields | undefined,
  body: Fields,
): SignupEvent['connection'] {
  const [, first = '', second = ''] = path.split('/');
  const road = `${first}/${second}`;
  const provider =
    road === 'sign-in/social' ? body['provider'] : (params?.['providerId'] ?? params?.['id']);
  const known = strategies[road] ?? strategies[first] ?? 'auth0';
  const strategy = hasProvider(first, road) && typeof provider === 'string' ? provider : known;
  return { id: strategy, name: strategy, strategy };
}

/** Whether users of another identity provider arrive at this path. */
const hasProvider = (first: string, road: string): boolean =>
  road === 'sign-in/social' || first === 'callback' || first === 'oauth2' || first === 'sso';

/** Strategies by path. Better Auth's other paths create users with a password. */
const strategies: Readonly<Record<string, string>> = {
  'magic-link': 'email',
  'sign-in/email-otp': 'email',
  'phone-number': 'sms',
  'one-tap': 'google',
  'sign-in/anonymous': 'anonymous',
  siwe: 'siwe',
  // Without a name, a provider is not a database.
  callback: 'oauth',
  oauth2: 'oauth',
  sso: 'oauth',
  'sign-in/social': 'oauth',
};
