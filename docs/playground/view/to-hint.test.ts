import { expect, it } from 'vitest';
import { toHint } from './to-hint.ts';

it.each(['Buffer is not defined', "Can't find variable: process"])(
  'says that a global of Node is missing only here: %s',
  (message) => {
    expect(toHint({ name: 'ReferenceError', message })).toEqual([
      {
        label: 'only here',
        text: expect.stringMatching(/^Node has (Buffer|process), but a page does not/),
      },
    ]);
  },
);

it('adds nothing if a name is missing everywhere', () => {
  expect(toHint({ name: 'ReferenceError', message: 'buffer is not defined' })).toEqual([]);
});
