import { createMockApi, createMockEvent } from '@signup-actions/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { withoutLines } from '../../test/without-lines.ts';

expect.addSnapshotSerializer(withoutLines);

afterEach(() => void vi.useRealTimers());

it('records every call as plain data', () => {
  const api = createMockApi();

  api.user.setUserMetadata('plan', 'free').user.setUserId('ada');

  expect(api.calls).toEqual([
    { index: 0, action: 'action', method: 'user.setUserMetadata', args: ['plan', 'free'] },
    { index: 1, action: 'action', method: 'user.setUserId', args: ['ada'] },
  ]);
});

it('records calls of destructured methods and of spies', () => {
  const api = createMockApi();
  const spy = vi.spyOn(api.access, 'deny');
  const { setAppMetadata } = api.user;

  setAppMetadata('plan', 'free');
  api.access.deny('reason', 'message');

  expect(spy).toHaveBeenCalledWith('reason', 'message');
  expect(api.calls.map(({ method }) => method)).toEqual(['user.setAppMetadata', 'access.deny']);
});

it('returns the outcome so far', () => {
  const api = createMockApi();

  expect(api.outcome().status).toBe('allowed');
  api.access.deny('reason', 'message');
  expect(api.outcome()).toMatchObject({ status: 'denied', refusal: { reason: 'reason' } });
});

it('reports what the engine reports for the connection of the event', () => {
  const api = createMockApi({ event: createMockEvent({ connection: { strategy: 'email' } }) });

  api.user.setUserMetadata('plan', 'free');

  expect(api.diagnostics.map(({ code }) => code)).toEqual(['metadata-on-passwordless']);
});

it('rejects what the engine rejects', () => {
  const api = createMockApi({ limits: { maxUserIdCharacters: 3 } });

  expect(() => api.user.setUserId('long')).toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to set the user's id: it must be 1 to 3 characters of a-z A-Z 0-9 @ . _ + - but received "long".
    Omit the connection's prefix ("auth0|"), and replace all other characters.]
  `);
  expect(() => api.validation.error('code', 'x'.repeat(101))).toThrowErrorMatchingInlineSnapshot(`
    [ContractError: Failed to refuse with api.validation.error: errorMessage must be a string of at most 100 characters but received a string of 101 characters.
    Shorten it, or call api.access.deny, which accepts longer strings.]
  `);
});

it('reads the clock at each call, so that fake timers move it', () => {
  vi.useFakeTimers({ now: 0 });
  const api = createMockApi();

  api.cache.set('key', 'value', { ttl: 1_000 });
  vi.setSystemTime(1_000);
  expect(api.cache.get('key')).toEqual({ value: 'value', expires_at: 1_000 });
  vi.setSystemTime(1_001);
  expect(api.cache.get('key')).toBeUndefined();
});

it('reports a call that exposes a secret of a module', () => {
  const api = createMockApi({ moduleSecrets: { team: { KEY: 'example-module-key' } } });
  api.access.deny('no example-module-key', 'Sorry.');

  expect(api.diagnostics.map(({ code }) => code)).toEqual(['secret-exposed']);
  expect(JSON.stringify(api.outcome())).not.toContain('example-module-key');
  expect(JSON.stringify(api.outcome())).toContain('[secret team.KEY]');
});

it('reports a call that exposes a secret', () => {
  const api = createMockApi({ secrets: { API_KEY: 'example-api-key' } });
  api.user.setUserMetadata('token', 'example-api-key');

  expect(api.diagnostics.map(({ code }) => code)).toEqual(['secret-exposed']);
  expect(JSON.stringify(api.outcome().diagnostics)).not.toContain('example-api-key');
});

it('prefers the connection in its options', () => {
  const api = createMockApi({ connection: { strategy: 'sms' } });
  api.user.setUserMetadata('plan', 'free');

  expect(api.diagnostics.map(({ code }) => code)).toEqual(['metadata-on-passwordless']);
});

it('under strict, throws instead of returning an outcome if there is a diagnostic', () => {
  const api = createMockApi({ strict: true });
  api.access.deny('reason', 'message');
  expect(api.outcome().status).toBe('denied');

  api.user.setUserMetadata('plan', 'free');
  expect(api.diagnostics).toHaveLength(1);
  expect(() => api.outcome()).toThrowErrorMatchingInlineSnapshot(`
    [DiagnosticsError: Failed under strict: there must be no diagnostics but received 1.
      1. call-after-refusal at create-mock-api.test.ts:…: api.user.setUserMetadata("plan", "free") was called after the same Action had refused; return right after a refusal.
      https://signup-actions.github.io/signup-actions/diagnostics#call-after-refusal]
  `);
});

it('R3: a refusal that cannot be recorded fails the flow', () => {
  const api = createMockApi();
  Object.freeze(api.calls);

  api.access.deny('reason', 'message');

  expect(api.outcome()).toMatchObject({
    status: 'failed',
    failure: { error: { code: 'refusal-lost' } },
  });
});
