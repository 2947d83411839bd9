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

it('C11: the store is asked again after a second, and at once if the clock is set by a second or more', async () => {
  let clock = 10_000;
  let asked = 0;
  const now = (): number => (asked += 1) && 10_000;
  const time = createStoreTime({ ...store, now }, () => clock);
  const askedAt = async (ms: number): Promise<number> => {
    clock = ms;
    await time.measure();
    return asked;
  };

  expect(await askedAt(10_000)).toBe(1);
  expect(await askedAt(10_999)).toBe(1);
  expect(await askedAt(11_000)).toBe(2);
  expect(await askedAt(10_999)).toBe(3);
  expect(await askedAt(310_999)).toBe(4);
  expect(time.offset()).toBe(10_001 - 310_999);
});

it('C11: a store that did not say its time is asked again', async () => {
  const times: unknown[] = ['later', 5_000];
  const time = createStoreTime({ ...store, now: () => times.shift() }, () => 0);
  await time.measure();
  await time.measure();

  expect(time.offset()).toBe(5_000);
});
