import { expect, it } from 'vitest';
import { setOwn } from './set-own.ts';

it('M8: __proto__ is a property like any other, and touches no prototype', () => {
  const target: Record<string, unknown> = {};
  setOwn(target, 'plan', 'free');
  setOwn(target, '__proto__', 'free');

  expect(Object.getOwnPropertyDescriptor(target, '__proto__')).toEqual(
    Object.getOwnPropertyDescriptor(target, 'plan'),
  );
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
});
