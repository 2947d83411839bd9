import { expect, it } from 'vitest';
import { findSignups, toPage } from './choose-signups.ts';
import type { ChoosableSignup } from './opened.ts';

const signups: readonly ChoosableSignup[] = [
  { status: 'allowed', words: 'signup 1 ada@example.com' },
  { status: 'denied', words: 'signup 2 eve@example.com own Too many attempts' },
  { status: 'failed', words: 'signup 3 bo@example.com own x is not a function' },
  { status: 'invalid', words: 'signup 4 eve@example.org own no_invite' },
];

it('lists what failed, then what was refused, or only one status', () => {
  expect(findSignups(signups, 'trouble')).toEqual([2, 1, 3, 0]);
  expect(findSignups(signups, 'all')).toEqual([0, 1, 2, 3]);
  expect(findSignups(signups, 'invalid')).toEqual([3]);
});

it('finds words in any order and case', () => {
  expect(findSignups(signups, 'trouble', 'EVE many')).toEqual([1]);
  expect(findSignups(signups, 'all', ' ')).toEqual([0, 1, 2, 3]);
  expect(findSignups(signups, 'all', 'nobody')).toEqual([]);
});

it('shows a page in the order of the file', () => {
  const positions = Array.from({ length: 45 }, (_, index) => 44 - index);

  expect(toPage(positions, 0).at(0)).toBe(25);
  expect(toPage(positions, 2)).toEqual([0, 1, 2, 3, 4]);
});
