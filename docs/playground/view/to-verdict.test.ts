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
  'says that a global of Node is missing only here: %s',
  (message) => {
    const [first, second] = toVerdict(failWith('ReferenceError', message), []).lines;
    expect(first).toEqual({ label: 'action_error', text: `ReferenceError: ${message}` });
    expect(second).toMatchObject({
      label: 'only here',
      text: expect.stringMatching(/^Node has (Buffer|process), but a page does not/),
    });
  },
);

it('adds nothing if a name is missing everywhere', () => {
  expect(toVerdict(failWith('ReferenceError', 'buffer is not defined'), []).lines).toHaveLength(1);
});
