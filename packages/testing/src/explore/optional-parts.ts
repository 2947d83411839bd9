import type { Edit } from './drawn-signup.ts';

const geoip = [
  'cityName',
  'continentCode',
  'countryCode',
  'countryCode3',
  'countryName',
  'latitude',
  'longitude',
  'subdivisionCode',
  'subdivisionName',
  'timeZone',
] as const;

/** Parts that a signup may lack. A transaction is absent from some starting points instead. */
const optionalParts: readonly (readonly string[])[] = [
  ['client'],
  ['user', 'email'],
  ['user', 'phone_number'],
  ['user', 'user_metadata'],
  ['user', 'app_metadata'],
  ['request', 'user_agent'],
  ['request', 'language'],
  ['request', 'hostname'],
  ...geoip.map((name) => ['request', 'geoip', name]),
  ['connection', 'metadata'],
  ...['correlation_id', 'login_hint', 'prompt', 'protocol', 'redirect_uri'].map(toTransaction),
  ...['response_mode', 'response_type', 'state'].map(toTransaction),
];

function toTransaction(name: string): readonly string[] {
  return ['transaction', name];
}

/** An edit for each optional part of the starting points, which removes it. */
export const removals: readonly Edit[] = optionalParts.map((path) => ({ path, value: undefined }));

/** The part that Anonymous Sessions add to an event. */
export const anonymousSession = {
  user_id: 'anon_1',
  session_id: 'session_1',
  metadata: {},
  created_at: '2026-01-01T00:00:00.000Z',
};

/** An edit for each part that the starting points lack, which gives it a simple value. */
export const additions: readonly Edit[] = [
  ...['username', 'name', 'given_name', 'family_name', 'nickname', 'picture'].map((name) => ({
    path: ['user', name],
    value: 'Ada',
  })),
  { path: ['user', 'phone_number'], value: '+12025550123' },
  { path: ['custom_domain'], value: { domain: 'login.example.com', domain_metadata: {} } },
  { path: ['security_context'], value: { ja3: null, ja4: '' } },
  { path: ['authentication'], value: { riskAssessment: { supplemental: {} } } },
  { path: ['experiment'], value: null },
  { path: ['anonymous_session'], value: anonymousSession },
];
