import type { Event } from '@signup-actions/types';

/** Only the properties that are always present. */
export const minimal = {
  user: {},
  connection: { id: 'con_1', name: 'Username-Password-Authentication', strategy: 'auth0' },
  request: { body: {}, geoip: {}, ip: '203.0.113.7', method: 'POST' },
  tenant: { id: 'example' },
  secrets: {},
  configuration: {},
} satisfies Event;

/** A signup by `POST /dbconnections/signup`, which has no transaction. */
export const apiSignup = {
  ...minimal,
  client: { client_id: 'client1', name: 'Example Store', metadata: {} },
  request: {
    body: { email: 'ada@example.com', connection: 'Username-Password-Authentication' },
    geoip: { countryCode: 'PT' },
    hostname: 'example.eu.auth0.com',
    ip: '2001:db8::7',
    method: 'POST',
    user_agent: 'curl/8.5.0',
  },
  user: { email: 'ada@example.com', user_metadata: { company: 'Analytical Engines' } },
  secrets: { API_KEY: 'k' },
} satisfies Event;

/** A signup by text message, which has no email address. */
export const passwordless = {
  ...minimal,
  connection: { id: 'con_2', name: 'sms', strategy: 'sms' },
  transaction: { acr_values: [], locale: 'en', requested_scopes: ['openid'], ui_locales: [] },
  user: { phone_number: '+12025550123' },
} satisfies Event;

/** Every property. */
export const full = {
  ...minimal,
  authentication: {
    riskAssessment: {
      supplemental: {
        akamai: {
          akamaiBot: {
            type: 'bot',
            action: 'monitor',
            botCategory: ['search'],
            botScore: 3,
            botScoreResponseSegment: 'cautious',
            botnetId: 'b1',
          },
          akamaiUserRisk: {
            action: 'none',
            allow: 0,
            emailDomain: 'example.com',
            general: { aci: '0', any: [1] },
            ouid: 'o1',
            requestid: 'r1',
            risk: { unp: '74256/H' },
            score: 12,
            status: 0,
            trust: { ugp: 'US' },
            username: 'ada',
            uuid: 'u1',
          },
        },
      },
    },
  },
  client: {
    client_id: 'client1',
    name: 'Example Store',
    metadata: { tier: 'gold' },
    external_client_id: 'https://app.example.com/client.json',
    external_metadata_type: 'cimd',
  },
  connection: { id: 'con_1', name: 'users', strategy: 'auth0', metadata: { region: 'eu' } },
  custom_domain: { domain: 'login.example.com', domain_metadata: { brand: 'store' } },
  request: {
    body: { 'ulp-company': 'Analytical Engines', nested: { list: [1] } },
    geoip: {
      cityName: 'Lisbon',
      continentCode: 'EU',
      countryCode: 'PT',
      countryCode3: 'PRT',
      countryName: 'Portugal',
      latitude: 38.7,
      longitude: -9.1,
      subdivisionCode: '11',
      subdivisionName: 'Lisbon',
      timeZone: 'Europe/Lisbon',
    },
    hostname: 'login.example.com',
    ip: '203.0.113.7',
    language: 'en',
    method: 'POST',
    user_agent: 'Mozilla/5.0',
  },
  security_context: { ja3: null, ja4: '' },
  transaction: {
    acr_values: [],
    locale: 'en',
    requested_scopes: ['openid'],
    ui_locales: ['en'],
    login_hint: 'ada@example.com',
    prompt: ['login'],
    redirect_uri: 'https://app.example.com/callback',
    state: 's1',
    correlation_id: 'c1',
    protocol: 'oidc-basic-profile',
    response_mode: 'form_post',
    response_type: ['code', 'id_token'],
  },
  user: {
    app_metadata: { plan: 'pro' },
    user_metadata: { theme: { dark: true } },
    email: 'ada@example.com',
    username: 'ada',
    phone_number: '+12025550123',
    name: 'Ada Lovelace',
    given_name: 'Ada',
    family_name: 'Lovelace',
    nickname: 'ada',
    picture: 'https://example.com/ada.png',
  },
  configuration: { threshold: 3 },
  experiment: {
    experiment_id: 'e1',
    variation_id: 'v1',
    is_control: false,
    config: { colour: { value: 'red' } },
    variation_name: 'Red',
    variation_description: 'A red button',
  },
  anonymous_session: {
    user_id: 'anon|1',
    session_id: 's1',
    metadata: { cart: '3' },
    created_at: '2026-01-01T00:00:00.000Z',
    expires_at: 1_767_225_600_000,
  },
} satisfies Required<Event>;

/** `experiment` can be `null`, and an absent property can be `undefined`. */
export const withAbsentProperties = {
  ...minimal,
  experiment: null,
  transaction: undefined,
  user: { email: undefined },
} satisfies Event;
