import { toOutcome, type Outcome } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { toVerdict } from './to-verdict.ts';

const failWith = (name: string, message: string): Outcome =>
  toOutcome({
    signup: undefined,
    calls: [],
    executions: [],
    failure: { kind: 'action_error', action: 'own', error: { name, message } },
    secrets: [],
  });

it.each(['Buffer is not defined', "Can't find variable: process"])(
  'says that what is missing is missing here only: %s',
  (message) => {
    const [first, second] = toVerdict(failWith('ReferenceError', message), []).lines;
    expect(first).toEqual({ label: 'action_error', text: `ReferenceError: ${message}` });
    expect(second).toMatchObject({
      label: 'here only',
      text: expect.stringMatching(/^Node has (Buffer|process), and a page has not/),
    });
  },
);

it('adds nothing to what is missing everywhere', () => {
  expect(toVerdict(failWith('ReferenceError', 'buffer is not defined'), []).lines).toHaveLength(1);
});
