import { createMockEvent } from '@signup-actions/testing';
import { expect, it } from 'vitest';

it('is one fixed signup through the login page, both metadata objects empty', () => {
  const event = createMockEvent();

  expect(event).toEqual(createMockEvent());
  expect(event.connection.strategy).toBe('auth0');
  expect(event.transaction?.protocol).toBe('oidc-basic-profile');
  expect(event.user).toEqual({ email: 'ada@example.com', user_metadata: {}, app_metadata: {} });
});

it('uses reserved domains and documentation addresses only', () => {
  const text = JSON.stringify(createMockEvent());

  expect(text.match(/[\w-]+\.(com|net|org|io)\b/g)).toEqual(Array(3).fill('example.com'));
  expect(createMockEvent().request.ip).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/);
});

it('lays overrides over it part by part, and replaces arrays whole', () => {
  const event = createMockEvent({
    user: { email: 'grace@example.com' },
    request: { geoip: { countryCode: 'FR' } },
    transaction: { requested_scopes: ['openid'] },
  });

  expect(event.user).toMatchObject({ email: 'grace@example.com', user_metadata: {} });
  expect(event.request.geoip).toMatchObject({ countryCode: 'FR', continentCode: 'EU' });
  expect(event.transaction?.requested_scopes).toEqual(['openid']);
});

it('takes out a part that is overridden with undefined', () => {
  const event = createMockEvent({ transaction: undefined, user: { email: undefined } });

  expect(event).not.toHaveProperty('transaction');
  expect(event.user).not.toHaveProperty('email');
});

it('shares nothing with another event, nor with its overrides', () => {
  const metadata = { tags: ['a'] };
  const event = createMockEvent({ user: { user_metadata: metadata } });

  metadata.tags.push('b');
  (event.request.geoip as { countryCode: string }).countryCode = 'XX';

  expect(event.user.user_metadata).toEqual({ tags: ['a'] });
  expect(createMockEvent().request.geoip.countryCode).toBe('PT');
});
