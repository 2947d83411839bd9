import { toUnrunView } from '@signup-actions/workbench';
import { expect, it } from 'vitest';
import type { SignupState } from '../state/playground-state.ts';
import { toCacheChanges } from './to-cache-changes.ts';
import { toSignupRow } from './to-signup-row.ts';

const signup: SignupState = { startingPoint: 'universal-login', event: '', afterMs: 5_400_000 };
const toCache = (records: readonly (readonly [string, string, number])[]) => [
  ['cache', JSON.stringify({ version: 1, records })] as const,
];
const view = toUnrunView('Nothing ran.');
const run = {
  flow: { message: 'Nothing ran.' },
  before: toCache([
    ['kept', 'a', 70_000],
    ['gone', 'b', 70_000],
    ['expired', 'c', 9_999],
  ]),
  after: toCache([
    ['kept', 'a', 70_000],
    ['new', '1', 3_610_000],
  ]),
  time: 10_000,
};

it('shows who signs up, when, and what changes in the cache', () => {
  expect(toSignupRow(signup, run, view)).toEqual({
    who: 'ada@example.com',
    startingPoint: 'universal-login',
    after: '90 min',
    verdict: view.verdict,
    cache: ['gone deleted', 'new = 1'],
  });
});

it.each([
  [{ startingPoint: 'passwordless-sms' }, '+12025550123'],
  [{ event: '{ "user": ' }, 'not an event'],
  [{ event: '{ "user": { "email": "" } }' }, ''],
] as const)('names the user of %j', (change, who) => {
  expect(toSignupRow({ ...signup, ...change }, undefined, undefined)).toMatchObject({
    who,
    cache: [],
  });
});

it('compares the cache at the time of the signup', () => {
  expect(toCacheChanges(run)).toEqual([
    { key: 'kept', before: 'a', after: 'a', lifetime: '1 min' },
    { key: 'gone', before: 'b', after: undefined, lifetime: undefined },
    { key: 'new', before: undefined, after: '1', lifetime: '60 min' },
  ]);
});
