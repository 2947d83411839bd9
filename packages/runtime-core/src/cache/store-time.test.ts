import { expect, it } from 'vitest';
import type { CacheStore } from '../ports.ts';
import { createStoreTime } from './store-time.ts';

const store: CacheStore = { get: () => undefined, set: () => undefined, delete: () => undefined };

/** Measures a store's time while the clock of the process goes from one time to another. */
async function measure(storeNow: unknown, from: number, to: number): Promise<number> {
  const times = [from, to];
  const time = createStoreTime({ ...store, now: () => storeNow }, () => times.shift() ?? to);
  await time.measure();
  return time.offset();
}

it('C11: clocks agree if the difference is within the time that the store took to answer', async () => {
  expect(await measure(1_000, 900, 1_100)).toBe(0);
  expect(await measure(1_000, 1_000.9, 1_000.9)).toBe(0);
});

it('C11: otherwise the difference is the least one that explains what was measured', async () => {
  expect(await measure(5_000, 900, 1_100)).toBe(3_900);
  expect(await measure(0, 900, 1_100)).toBe(-899);
});

it.each([
  ['a date', new Date(5_000)],
  ['a string', '5000'],
  ['NaN', Number.NaN],
  ['nothing', undefined],
])('C11: %s is not a time', async (_, storeNow) => {
  expect(await measure(storeNow, 0, 0)).toBe(0);
});

it('C11: a store without a time leaves the clock of the process as it is', async () => {
  const time = createStoreTime(store, () => 5_000);
  await time.measure();

  expect(time.offset()).toBe(0);
});
