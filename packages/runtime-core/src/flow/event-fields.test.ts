import { expect, it } from 'vitest';
import { findUnknownFields } from './event-fields.ts';

it('finds misspelt fields and those of other triggers, at the top and in parts', () => {
  const found = findUnknownFields({
    email: 'ada@example.com',
    user: { email: 'ada@example.com', user_id: 'auth0|1' },
    request: { query: {}, geoip: { country: 'FR' } },
    organization: {},
  });

  expect(found.map(({ path }) => path)).toEqual([
    'event.email',
    'event.user.user_id',
    'event.request.query',
    'event.request.geoip.country',
    'event.organization',
  ]);
  expect(found[2]?.known).toContain('user_agent');
});

it('accepts every field of metadata, body, secrets and configuration, and absent parts', () => {
  expect(
    findUnknownFields({
      user: { user_metadata: { any: 1 }, app_metadata: { any: 1 } },
      request: { body: { any: 1 }, geoip: {} },
      client: undefined,
      experiment: null,
      secrets: { ANY: '1' },
      configuration: { any: 1 },
    }),
  ).toEqual([]);
});
