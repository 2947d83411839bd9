import { expect, it } from 'vitest';
import { toEvent } from './to-event.ts';

const read = (event: string): ReturnType<typeof toEvent> =>
  toEvent({ startingPoint: 'universal-login', event });

it('lays what was typed over the starting point', () => {
  expect(read('{ "user": { "email": "bob@example.com" } }')).toMatchObject({
    type: 'event',
    event: { user: { email: 'bob@example.com' }, connection: { strategy: 'auth0' } },
  });
});

it.each(['', ' \n'])('takes %j for no changes', (event) => {
  expect(read(event)).toMatchObject({
    type: 'event',
    event: { user: { email: 'ada@example.com' } },
  });
});

it('says where JSON breaks', () => {
  const text = '{\n  "user": {\n    "email" "bob@example.com"\n  }\n}';
  expect(read(text)).toMatchObject({
    type: 'broken',
    line: 3,
    sentence: expect.stringContaining('The event is no JSON: '),
  });
});

it.each(['[]', 'null', '"text"', '5'])('wants an object in place of %s', (event) => {
  expect(read(event)).toEqual({
    type: 'broken',
    line: 1,
    sentence: 'The event is a JSON object, such as { "user": { "email": "ada@example.com" } }.',
  });
});

it('leaves secrets and configuration to the Actions', () => {
  expect(read('{ "secrets": { "A": "b" }, "configuration": { "c": 1 } }')).toMatchObject({
    event: { secrets: {}, configuration: {} },
  });
});
