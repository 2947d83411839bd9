import { expect, it } from 'vitest';
import { toEvent } from './to-event.ts';

const read = (event: string): ReturnType<typeof toEvent> =>
  toEvent({ startingPoint: 'universal-login', event, afterMs: 0 });

it('merges the input into the starting point', () => {
  expect(read('{ "user": { "email": "bob@example.com" } }')).toMatchObject({
    type: 'event',
    event: { user: { email: 'bob@example.com' }, connection: { strategy: 'auth0' } },
  });
});

it.each(['', ' \n'])('treats %j as no changes', (event) => {
  expect(read(event)).toMatchObject({
    type: 'event',
    event: { user: { email: 'ada@example.com' } },
  });
});

it('names the line on which JSON is invalid', () => {
  const text = '{\n  "user": {\n    "email" "bob@example.com"\n  }\n}';
  expect(read(text)).toMatchObject({
    type: 'broken',
    line: 3,
    sentence: expect.stringContaining('The event is not valid JSON: '),
  });
});

it.each(['[]', 'null', '"text"', '5'])('requires an object instead of %s', (event) => {
  expect(read(event)).toEqual({
    type: 'broken',
    line: 1,
    sentence:
      'The event must be a JSON object, such as { "user": { "email": "ada@example.com" } }.',
  });
});

it.each([
  ['{\n  "user": {\n    "emal": "a"\n  }\n}', 3, 'No event has event.user.emal: write email.'],
  [
    '{\n  "session": {} }',
    2,
    expect.stringContaining('No event has event.session: its fields are'),
  ],
  [
    '{ "user": {},\n "secrets": { "A": "b" } }',
    2,
    'event.secrets belongs to each Action: set it below the code of the Action.',
  ],
])('refuses fields that no signup has, in %j', (event, line, sentence) => {
  expect(read(event)).toEqual({ type: 'broken', line, sentence });
});
