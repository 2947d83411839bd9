import type { Event } from '@signup-actions/types';

/** The ways in which a signup reaches the trigger. */
export type StartingPoint =
  | 'api-signup'
  | 'database-otp'
  | 'management-api'
  | 'otp-challenge'
  | 'passkey'
  | 'passwordless-email'
  | 'passwordless-sms'
  | 'universal-login';

/** A signup with a password through the login page: the default of `createMockEvent`. */
export const universalLogin = (): Event => ({
  client: {
    client_id: 'exampleClientId0000000000000000A',
    name: 'Example Store',
    metadata: {},
  },
  connection: {
    id: 'con_exampleDatabase01',
    name: 'Username-Password-Authentication',
    strategy: 'auth0',
    metadata: {},
  },
  request: {
    body: {},
    geoip: {
      cityName: 'Lisbon',
      continentCode: 'EU',
      countryCode: 'PT',
      countryCode3: 'PRT',
      countryName: 'Portugal',
      latitude: 38.7167,
      longitude: -9.1333,
      subdivisionCode: '11',
      subdivisionName: 'Lisbon',
      timeZone: 'Europe/Lisbon',
    },
    hostname: 'login.example.com',
    ip: '203.0.113.7',
    language: 'en',
    method: 'POST',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64) ExampleBrowser/1.0',
  },
  tenant: { id: 'example-tenant' },
  transaction: {
    acr_values: [],
    locale: 'en',
    protocol: 'oidc-basic-profile',
    redirect_uri: 'https://app.example.com/callback',
    requested_scopes: ['openid', 'profile', 'email'],
    response_mode: 'query',
    response_type: ['code'],
    state: 'exampleState',
    ui_locales: ['en'],
  },
  user: {
    app_metadata: {},
    email: 'ada@example.com',
    user_metadata: {},
  },
  secrets: {},
  configuration: {},
});

/** A signup with `POST /dbconnections/signup`: no login around it, and the form's fields in the body. */
function apiSignup(): Event {
  const { transaction: _, ...event } = universalLogin();
  return {
    ...event,
    request: {
      ...event.request,
      body: {
        client_id: 'exampleClientId0000000000000000A',
        connection: 'Username-Password-Authentication',
        email: 'ada@example.com',
      },
      user_agent: 'ExampleClient/1.0',
    },
  };
}

/** A user that a back end creates with the Management API: no login, and no application. */
function managementApi(): Event {
  const { transaction: _transaction, client: _client, ...event } = universalLogin();
  return {
    ...event,
    request: {
      body: {},
      geoip: {},
      ip: '198.51.100.20',
      method: 'POST',
      user_agent: 'ExampleBackend/1.0',
    },
  };
}

/** A first login with a code or link in an email; such a connection stores no metadata (M10). */
const passwordlessEmail = (): Event => ({
  ...universalLogin(),
  connection: { id: 'con_exampleEmail00001', name: 'email', strategy: 'email', metadata: {} },
});

/** A first login with a code in a text message: a phone number instead of an email address. */
const passwordlessSms = (): Event => ({
  ...universalLogin(),
  connection: { id: 'con_exampleSms0000001', name: 'sms', strategy: 'sms', metadata: {} },
  user: { app_metadata: {}, phone_number: '+12025550123', user_metadata: {} },
});

/**
 * A signup on the login page with a one-time code and a phone number, on a database connection (Early Access). The
 * code has been verified. The user is an ordinary one, whose metadata is stored (M10).
 */
const databaseOtp = (): Event => ({
  ...universalLogin(),
  user: { app_metadata: {}, phone_number: '+12025550123', user_metadata: {} },
});

/** A signup with `POST /otp/challenge` and `allow_signup`, on a database connection (Early Access). */
function otpChallenge(): Event {
  const event = apiSignup();
  const body = { ...event.request.body, allow_signup: true };
  return { ...event, request: { ...event.request, body } };
}

/** A signup with a passkey on the login page: the body contains the custom fields of the passkey's prompt. */
function passkey(): Event {
  const event = universalLogin();
  return { ...event, request: { ...event.request, body: { 'ulp-device': 'laptop' } } };
}

/** A valid event for each way of signing up, created anew at each call. */
export const startingPoints: Readonly<Record<StartingPoint, () => Event>> = Object.freeze({
  'api-signup': apiSignup,
  'database-otp': databaseOtp,
  'management-api': managementApi,
  'otp-challenge': otpChallenge,
  passkey,
  'passwordless-email': passwordlessEmail,
  'passwordless-sms': passwordlessSms,
  'universal-login': universalLogin,
});
