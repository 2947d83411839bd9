import { redact, toOutcome, type Call } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';

const error = { name: 'ContractError', message: 'no' };
const sms = { user: {}, strategy: 'sms' };

const codesOf = (
  call: Partial<Call> & Pick<Call, 'args' | 'method'>,
  signup: typeof sms | undefined = sms,
): readonly string[] =>
  toOutcome({
    signup,
    calls: [{ index: 0, action: 'action', ...call }],
    executions: [],
    secrets: [{ name: 'KEY', value: 'abc123' }],
  }).diagnostics.map(({ code }) => code);

const setPlan = { method: 'user.setUserMetadata', args: ['plan', 'free'] } as const;
const setId = { method: 'user.setUserId', args: ['ada'] } as const;

it('M10 U1: what a connection does not store is reported once, for calls that had an effect', () => {
  expect(codesOf(setPlan)).toEqual(['metadata-on-passwordless']);
  expect(codesOf({ ...setPlan, error })).toEqual([]);
  expect(codesOf({ ...setPlan, late: true })).toEqual(['late-call']);
  expect(codesOf(setId)).toEqual(['user-id-on-non-database']);
  expect(codesOf({ ...setId, error })).toEqual([]);
  expect(codesOf({ ...setId, late: true })).toEqual(['late-call']);
});

it('M10 U1: without an event nothing is reported about the connection', () => {
  const codes = [setPlan, setId].map(({ method, args }) =>
    toOutcome({
      signup: undefined,
      calls: [{ index: 0, action: 'action', method, args } as Call],
      executions: [],
      secrets: [],
    }).diagnostics.map(({ code }) => code),
  );

  expect(codes).toEqual([[], []]);
});

it('refusals, metadata and user ids expose a secret, and the cache does not', () => {
  const refuse = { method: 'access.deny', args: ['no abc123', ''] } as const;
  const cache = { method: 'cache.get', args: ['abc123'], result: undefined } as const;

  expect(codesOf(refuse)).toEqual(['secret-exposed']);
  expect(codesOf({ ...setPlan, args: ['plan', 'abc123'] })).toContain('secret-exposed');
  expect(codesOf({ ...setId, args: ['abc123'] })).toContain('secret-exposed');
  expect(codesOf(cache)).toEqual([]);
});

it('F4 C9: setters after a refusal are reported, and counting in the cache is not', () => {
  const calls = [
    { method: 'access.deny', args: ['reason', 'message'], action: 'first' },
    { method: 'cache.set', args: ['a', 'b'], result: { type: 'success' }, action: 'first' },
    { method: 'cache.get', args: ['a'], result: undefined, action: 'first' },
    { ...setPlan, action: 'second' },
    { ...setPlan, action: 'first' },
  ].map((call, index) => ({ ...call, index }) as unknown as Call);
  const { diagnostics } = toOutcome({
    signup: { user: {}, strategy: 'auth0' },
    calls,
    executions: [],
    secrets: [],
  });

  expect(diagnostics.map(({ code, call }) => [code, call])).toEqual([['call-after-refusal', 4]]);
});

it('a redacted outcome has a user only if one is created', () => {
  const flow = { calls: [], executions: [], secrets: [{ name: 'KEY', value: 'abc123' }] };

  expect('user' in redact(toOutcome({ ...flow, signup: undefined }))).toBe(false);
  expect('user' in redact(toOutcome({ ...flow, signup: sms }))).toBe(true);
});
