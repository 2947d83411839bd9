import { createMockApi, runAction } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { idle, run } from '../run.ts';

it('R1: a denial has a reason for the log and a message for the user', async () => {
  const outcome = await runAction(async (_event, api) =>
    api.access.deny('for the log', 'for the user'),
  );

  expect(outcome).toMatchObject({
    status: 'denied',
    refusal: { status: 'denied', reason: 'for the log', userMessage: 'for the user' },
  });
});

it.each<[string, readonly unknown[], readonly [string, string], readonly string[]]>([
  ['no argument', [], ['', ''], ['argument-not-a-string', 'deny-without-user-message']],
  ['one argument', ['reason'], ['reason', ''], ['deny-without-user-message']],
  ['null', [null, null], ['', ''], ['argument-not-a-string', 'deny-without-user-message']],
  ['an Error', [new Error('why'), 'message'], ['why', 'message'], ['argument-not-a-string']],
  ['a promise', [Promise.resolve(), 'm'], ['[object Promise]', 'm'], ['argument-not-a-string']],
  ['a number', ['reason', 7], ['reason', '7'], ['argument-not-a-string']],
  ['a symbol', [Symbol('why'), 'm'], ['Symbol(why)', 'm'], ['argument-not-a-string']],
])('R3: deny with %s still denies, and is reported', (_, args, recorded, codes) => {
  const api = createMockApi();

  api.access.deny(...(args as [string, string]));

  expect(api.outcome().status).toBe('denied');
  expect(api.calls[0]?.args).toEqual(recorded);
  expect(api.diagnostics.map(({ code }) => code)).toEqual(codes);
});

it('R3: an argument that cannot be printed is recorded as unprintable', () => {
  const api = createMockApi();
  const unprintable = {
    toString() {
      throw new Error('no');
    },
  };

  api.access.deny(unprintable as never, 'message');

  expect(api.calls[0]?.args).toEqual(['[unprintable]', 'message']);
});

it('R4: code and message are strings of at most 100 code points', () => {
  const api = createMockApi();

  api.validation.error('😀'.repeat(100), 'x'.repeat(100));

  expect(() => api.validation.error('😀'.repeat(101), 'message')).toThrow('at most 100 characters');
  expect(() => api.validation.error('code', undefined as never))
    .toThrowErrorMatchingInlineSnapshot(`
      [ContractError: Failed to refuse with api.validation.error: errorMessage must be a string of at most 100 characters but received undefined.
      Pass a code for the log and a message for the user, both as strings.]
    `);
  expect(api.outcome()).toMatchObject({
    status: 'invalid',
    refusals: [{ errorMessage: 'x'.repeat(100) }],
  });
  expect(api).toHaveDiagnostic('call-after-refusal');
});

it('R4: ignoring the error of a rejected refusal fails the flow, and no later Action runs', async () => {
  const outcome = await run({
    careless: async (_event, api) => {
      try {
        api.validation.error('code', 'x'.repeat(101));
      } catch {
        // Ignored.
      }
    },
    next: idle,
  });

  expect(outcome).toMatchObject({
    status: 'failed',
    failure: { kind: 'action_error', action: 'careless', error: { code: 'refusal-rejected' } },
    executions: [{ status: 'completed' }, { status: 'skipped' }],
  });
});

it('R4: a denial after a rejected refusal decides', async () => {
  const outcome = await runAction(async (_event, api) => {
    try {
      api.validation.error('code', 'x'.repeat(101));
    } catch {
      api.access.deny('message too long', 'Please try again.');
    }
  });

  expect(outcome).toMatchObject({
    status: 'denied',
    refusal: { userMessage: 'Please try again.' },
  });
});
