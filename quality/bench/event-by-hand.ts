import type { Event } from '@signup-actions/types';

/** An event as people write it by hand, with another address in it. */
export const createEventByHand = (): Event => ({
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
    email: 'ada@corp.example',
    user_metadata: {},
  },
  secrets: {},
  configuration: {},
});
