import { format } from 'node:util';
import { expect, it } from 'vitest';
import { createConsole } from './create-console.ts';

const print = (...values: readonly unknown[]): string => {
  const printed: string[] = [];
  createConsole((text) => void printed.push(text)).log(...values);
  return printed.join('');
};

it.each([
  [
    'Chromium',
    'Error: no\n    at check (module-0.js:2:3)\n    at exports.on (action-0.js:5:7)\n    at https://example.com/assets/worker-a1.js:1:22',
    'Error: no\n    at check (module-0.js:2:3)\n    at exports.on (action-0.js:5:7)\n',
  ],
  [
    'Firefox',
    'exports.on@action-0.js:5:7\nrun@https://example.com/assets/worker-a1.js:1:22\n',
    'exports.on@action-0.js:5:7\n\n',
  ],
])('prints an error without the frames of the worker in %s', (_, stack, shown) => {
  expect(print(Object.assign(new Error('no'), { stack }))).toBe(shown);
});

it.each([
  ['a string with placeholders', ['%s is %d: %j%%', 'plan', 3, { a: [1] }, 'more']],
  ['placeholders without values', ['100 % of %s']],
  ['objects', [{ user: { app: { plan: { name: 'free' } } } }, [1, undefined], new Map([['a', 1]])]],
  ['functions, symbols and dates', [() => {}, Symbol('plan'), new Date(0), 1n, -0, null]],
])('prints %s as Node does', (_, values) => {
  expect(print(...values)).toBe(`${format(...values)}\n`);
});

it('prints an error in the place of its placeholder', () => {
  expect(print('failed: %s', new Error('no'))).toBe('failed: Error: no\n');
  expect(print('100 %', Object.assign(new Error('50 %s'), { stack: 'Error: 50 %s' }))).toBe(
    '100 % Error: 50 %s\n',
  );
});
