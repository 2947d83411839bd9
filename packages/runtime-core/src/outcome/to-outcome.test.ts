import { toOutcome } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';

const nothing = { calls: [], executions: [], secrets: [] };
const signup = { user: { email: 'ada@example.com' }, strategy: 'auth0' };

it('F12: a flow without calls allows the user unchanged', () => {
  expect(toOutcome({ ...nothing, signup })).toEqual({
    status: 'allowed',
    user: { email: 'ada@example.com' },
    refusals: [],
    changes: { userMetadata: {}, appMetadata: {} },
    calls: [],
    executions: [],
    diagnostics: [],
  });
});

it('F13: without a user the flow fails', () => {
  expect(toOutcome({ ...nothing, signup: undefined })).toMatchObject({
    status: 'failed',
    failure: {
      kind: 'platform_error',
      error: { name: 'TypeError', message: 'The event has no user.' },
    },
  });
});

it('only an outcome with secrets has the hidden properties for them', () => {
  const secrets = [{ name: 'KEY', value: 'abc123' }];
  const failure = {
    kind: 'action_error' as const,
    error: { name: 'Error', message: 'no abc123' },
  };
  const outcome = toOutcome({ ...nothing, signup, secrets, failure });

  expect(Object.keys(outcome)).not.toContain('toJSON');
  expect(JSON.stringify(outcome)).toContain('no [secret KEY]');
  expect('toJSON' in toOutcome({ ...nothing, signup })).toBe(false);
});
