import { createFakeClock } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import type { Timer } from '../ports.ts';
import { createTimeBudget, type TimeBudget } from './time-budget.ts';

/** A budget of 100 ms, how long each timer was set for, and how many timers are still running. */
function createTimedBudget(clock = createFakeClock()): TimeBudget & {
  readonly waits: readonly number[];
  readonly pending: () => number;
} {
  const waits: number[] = [];
  let pending = 0;
  const timer: Timer = (callback, ms) => {
    waits.push(ms);
    pending += 1;
    const cancel = clock.timer(callback, ms);
    return () => {
      pending -= 1;
      cancel();
    };
  };
  const limits = createLimits({ storeTimeoutMs: 100 });
  return { ...createTimeBudget({ clock, timer, limits }), waits, pending: () => pending };
}

it('C10: everything that a flow waits for shares one budget', async () => {
  const clock = createFakeClock();
  const budget = createTimedBudget(clock);
  const take = (ms: number) => async (): Promise<void> => clock.advance(ms);

  const done = [await budget.wait(take(30)), await budget.wait(take(50))];
  await budget.wait(take(0));

  expect(done).toEqual([true, true]);
  expect(budget.waits).toEqual([100, 70, 20]);
  expect(budget.pending()).toBe(0);
  expect(budget.problem()).toBeUndefined();
});

it('C10: work that is not done in time is abandoned, and later work is not waited for', async () => {
  const clock = createFakeClock();
  const budget = createTimedBudget(clock);

  const first = budget.wait(() => new Promise(() => {}));
  clock.advance(150);
  expect(await first).toBe(false);
  const second = budget.wait(() => new Promise(() => {}));
  clock.advance(0);
  expect(await second).toBe(false);
  expect(budget.problem()).toBe('timed out');
});

it('C10: an overrun does not make the budget negative', async () => {
  const clock = createFakeClock();
  const budget = createTimedBudget(clock);

  await budget.wait(async () => clock.advance(150));
  await budget.wait(async () => {});

  expect(budget.waits).toEqual([100, 0]);
});

it('C10: a clock that is set back does not extend the budget', async () => {
  const clock = createFakeClock(1_000);
  const budget = createTimedBudget(clock);

  await budget.wait(async () => clock.advance(-500));
  await budget.wait(async () => {});

  expect(budget.waits).toEqual([100, 100]);
});

it('C10: the first problem is the one that is reported', async () => {
  const budget = createTimedBudget();

  expect(await budget.wait(() => Promise.reject(new Error('down')))).toBe(false);
  budget.note('still down');

  expect(budget.problem()).toBe('down');
  expect(budget.pending()).toBe(0);
});
