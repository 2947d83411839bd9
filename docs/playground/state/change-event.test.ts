import { expect, it } from 'vitest';
import { changeEvent, parseChanges, readField } from './change-event.ts';

const change = (json: string, path: string, value: unknown): unknown =>
  parseChanges(changeEvent(json, path.split('.'), value));

it('sets a field, and keeps the others in their order', () => {
  const json = '{ "user": { "email": "a", "name": "b" }, "client": {} }';

  expect(changeEvent(json, ['user', 'email'], 'c')).toMatchInlineSnapshot(`
    "{
      "user": {
        "email": "c",
        "name": "b"
      },
      "client": {}
    }
    "
  `);
  expect(change('', 'request.body.ulp-code', 'x')).toEqual({
    request: { body: { 'ulp-code': 'x' } },
  });
});

it('removes a field, and the objects that it leaves empty', () => {
  expect(
    change('{ "user": { "email": "a" }, "request": { "ip": "b" } }', 'user.email', undefined),
  ).toEqual({ request: { ip: 'b' } });
  expect(change('{ "user": { "email": "a" } }', 'user.email', undefined)).toEqual({});
});

it('treats __proto__ as an ordinary name', () => {
  const json = changeEvent('{}', ['request', 'body', '__proto__'], 'x');

  expect(json).toContain('"__proto__": "x"');
  expect(readField(parseChanges(json), ['request', 'body', '__proto__'])).toBe('x');
  expect(readField({}, ['toString'])).toBeUndefined();
});

it.each(['{ "user": ', '[]', '5'])('leaves %s as it is', (json) => {
  expect(changeEvent(json, ['user', 'email'], 'a')).toBe(json);
});
