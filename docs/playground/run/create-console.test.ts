import { expect, it } from 'vitest';
import { createConsole } from './create-console.ts';

const print = (value: unknown): string => {
  const printed: string[] = [];
  createConsole((text) => void printed.push(text)).log(value);
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
