import { expect, it } from 'vitest';
import { formatDelay } from './durations.ts';

it.each([
  [0, '0 min'],
  [1, '1 ms'],
  [1_500, '1500 ms'],
  [90 * 60_000, '90 min'],
  [2 * 3_600_000, '2 h'],
  [86_400_000, '1 day'],
  [3 * 86_400_000, '3 days'],
])('writes %i milliseconds as %s', (ms, text) => {
  expect(formatDelay(ms)).toBe(text);
});
