import { expect, it } from 'vitest';
import { findNearName } from './near-name.ts';

it.each([
  ['emial', 'email'],
  ['stauts', 'status'],
  ['usre', 'user'],
  ['userMesage', 'userMessage'],
  ['user_message', 'userMessage'],
  ['eamil_verified', 'email_verified'],
])(
  'takes %s for %s, which has a letter more, less or other, or neighbours swapped',
  (typed, meant) => {
    expect(findNearName(typed, ['nothing', meant, 'other'])).toBe(meant);
  },
);

it.each(['male', 'xyz', 'us', 'eimla'])('does not guess what %s means', (typed) => {
  expect(findNearName(typed, ['user', 'metadata', 'email'])).toBe(undefined);
});
