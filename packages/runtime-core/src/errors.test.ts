import { expect, it } from 'vitest';
import { ContractError, toErrorRecord } from './errors.ts';

it('F6: an error keeps its name, message, stack and code', () => {
  const error = new ContractError('too-many-calls', 'enough');

  expect(toErrorRecord(error)).toEqual({
    name: 'ContractError',
    message: 'enough',
    stack: error.stack,
    code: 'too-many-calls',
  });
});

const aFunction = { name: 'Error', message: 'threw a function' };

it.each<[string, unknown, unknown]>([
  [
    'an error without a code',
    Object.assign(new RangeError('no'), { stack: 'no, here' }),
    { name: 'RangeError', message: 'no', stack: 'no, here' },
  ],
  ['a function with a message', Object.assign(() => {}, { message: 'no' }), aFunction],
  ['an object with only a message', { message: 'no' }, { name: 'Error', message: 'no' }],
  [
    'properties that are not strings',
    { name: 7, message: 7, stack: 7, code: 7 },
    { name: 'Error', message: '7' },
  ],
  ['a string', 'no', { name: 'Error', message: 'threw "no"' }],
  ['null', null, { name: 'Error', message: 'threw null' }],
  ['a function', () => {}, aFunction],
  ['an object without a message', {}, { name: 'Error', message: 'threw an object' }],
  ['an object with a code', { code: 'E' }, { name: 'Error', message: 'threw {"code":"E"}' }],
  ['a large object', { a: 'x'.repeat(200) }, { name: 'Error', message: 'threw an object' }],
  ['an object that is not JSON', { a: 1n }, { name: 'Error', message: 'threw an object' }],
  [
    'a getter that throws',
    {
      get message() {
        throw new Error('no');
      },
    },
    { name: 'Error', message: 'threw an object' },
  ],
])('F6: of %s it keeps the strings', (_, thrown, kept) => {
  expect(toErrorRecord(thrown)).toEqual(kept);
  expect(Object.isFrozen(toErrorRecord(thrown))).toBe(true);
});

it('F6: an error keeps its causes, and the errors that it joins', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const joined = new AggregateError([refused, 'a string'], '');
  const { causes } = toErrorRecord(new TypeError('fetch failed', { cause: joined }));

  expect(causes).toMatchObject([
    {
      name: 'AggregateError',
      causes: [
        { name: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
        { name: 'Error', message: 'threw "a string"' },
      ],
    },
  ]);
});

it('F14: an error keeps few causes, and none that is itself', () => {
  const looped = new Error('again');
  looped.cause = looped;
  const many = new AggregateError(Array.from({ length: 100 }, (_, index) => new Error(`${index}`)));
  const depthOf = ({ causes = [] }: ReturnType<typeof toErrorRecord>): number =>
    1 + Math.max(0, ...causes.map(depthOf));

  expect(depthOf(toErrorRecord(looped))).toBe(6);
  expect(toErrorRecord(many).causes).toHaveLength(5);
});
