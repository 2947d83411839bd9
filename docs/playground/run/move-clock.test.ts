import { afterEach, expect, it } from 'vitest';
import { moveClock } from './move-clock.ts';

const RealDate = Date;
const dayMs = 86_400_000;
afterEach(() => {
  globalThis.Date = RealDate;
  RealDate.prototype.constructor = RealDate;
});

it('moves every way of asking for the time', () => {
  moveClock(365 * dayMs);
  const year = new RealDate(RealDate.now() + 365 * dayMs).getFullYear();

  expect(new Date(Date.now()).getFullYear()).toBe(year);
  expect(new Date().getFullYear()).toBe(year);
  expect(Date()).toContain(String(year));
});

it('changes no date that is given, and Date stays what it is', () => {
  moveClock(dayMs);
  const date = new Date('2020-02-02T00:00:00Z');

  expect(date.toISOString()).toBe('2020-02-02T00:00:00.000Z');
  expect(date).toBeInstanceOf(Date);
  expect(date.constructor).toBe(Date);
  expect(Date.UTC(2020, 0)).toBe(RealDate.UTC(2020, 0));
  expect(Date.parse('2020-01-01')).toBe(RealDate.parse('2020-01-01'));
});
