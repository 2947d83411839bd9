import type { Call, CallSite } from '@signup-actions/runtime-core';
import { expect, it } from 'vitest';
import { run } from '../run.ts';

/** The calls of an Action that reads the cache, is rejected, and denies too late. */
async function callsWith(callSite?: () => CallSite | undefined): Promise<readonly Call[]> {
  const outcome = await run(
    {
      first: async (_event, api) => {
        void (async () => {
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
          api.access.deny('late', '');
        })();
        api.cache.get('key');
        expect(() => api.cache.get(7 as never)).toThrow('the key must be a string');
      },
      second: async () => {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      },
    },
    { callSite },
  );
  return outcome.calls;
}

it('every call has the place where it was made, if the host can tell', async () => {
  const first = { file: 'action.js', line: 3, column: 5 };
  const second = { file: 'action.js', line: 4, column: 9 };
  const sites = [first, second, undefined];
  const calls = await callsWith(() => sites.shift());

  expect(calls.map(({ site }) => site)).toEqual([first, second, undefined]);
  expect(calls.map((call) => 'site' in call)).toEqual([true, true, false]);
});

it.each<[string, (() => never) | undefined]>([
  ['without the option', undefined],
  [
    'if callSite throws',
    () => {
      throw new Error('no stack');
    },
  ],
])('%s a call has no place', async (_, callSite) => {
  const calls = await callsWith(callSite);

  expect(calls.map((call) => 'site' in call)).toEqual([false, false, false]);
});

it('F8 R3: a call has only the details that apply to it', async () => {
  const calls = await callsWith();

  expect(calls).toEqual([
    { index: 0, action: 'first', method: 'cache.get', args: ['key'], result: undefined },
    {
      index: 1,
      action: 'first',
      method: 'cache.get',
      args: [7],
      error: expect.objectContaining({ code: 'cache-argument-invalid' }),
    },
    {
      index: 2,
      action: 'first',
      method: 'access.deny',
      args: ['late', ''],
      late: true,
      notes: [{ code: 'deny-without-user-message', received: '""' }],
    },
  ]);
  // Absent details are not even undefined.
  expect(calls.map((call) => Object.keys(call).length)).toEqual([5, 5, 6]);
});
