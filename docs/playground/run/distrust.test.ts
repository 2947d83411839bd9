import type { Execution, Outcome, Refusal } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { distrust } from './distrust.ts';

const done: Execution = { action: 'own', status: 'completed', durationMs: 1 };
const refusal: Refusal = { status: 'denied', reason: 'no', userMessage: 'No.', action: 'own' };

const toAllowed = (forged: object): Outcome => ({
  status: 'allowed',
  user: { email: 'ada@example.com' },
  refusals: [],
  changes: { userMetadata: {}, appMetadata: {} },
  calls: [],
  executions: [done],
  diagnostics: [],
  ...forged,
});

it('returns an outcome that may allow the signup', () => {
  const outcome = toAllowed({});
  expect(distrust(outcome)).toBe(outcome);
});

it.each([
  ['an Action did not run', { executions: [done, { ...done, status: 'skipped' }] }],
  ['an Action failed', { executions: [{ ...done, status: 'failed' }] }],
  ['there is a refusal', { refusals: [refusal] }],
  ['a call refuses', { calls: [{ method: 'access.deny', args: ['no', 'No.'], action: 'own' }] }],
  [
    'a call refuses in vain',
    { calls: [{ method: 'validation.error', args: [], action: 'own', error: {} }] },
  ],
])('fails if %s', (_, forged) => {
  expect(distrust(toAllowed(forged))).toMatchObject({
    status: 'failed',
    failure: { kind: 'platform_error' },
  });
});
