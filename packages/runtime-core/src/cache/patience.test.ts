import { createFakeClock } from '@signup-actions/testing';
import { expect, it } from 'vitest';
import { createLimits } from '../limits.ts';
import type { Timer } from '../ports.ts';
import { createPatience, type Patience } from './patience.ts';

/** Patience for 100 ms, and how long each timer was set for; `pending` are those that still run. */
function createTimedPatience(clock = createFakeClock()): Patience & {
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
  return { ...createPatience({ clock, timer, limits }), waits, pending: () => pending };
}

it('C10: all that a flow waits for shares one time', async () => {
  const clock = createFakeClock();
  const patience = createTimedPatience(clock);
  const take = (ms: number) => async (): Promise<void> => clock.advance(ms);

  const done = [await patience.wait(take(30)), await patience.wait(take(50))];
  await patience.wait(take(0));

  expect(done).toEqual([true, true]);
  expect(patience.waits).toEqual([100, 70, 20]);
  expect(patience.pending()).toBe(0);
  expect(patience.problem()).toBeUndefined();
});

it('C10: what is not done in time is given up, and from then on nothing is waited for', async () => {
  const clock = createFakeClock();
  const patience = createTimedPatience(clock);

  const first = patience.wait(() => new Promise(() => {}));
  clock.advance(150);
  expect(await first).toBe(false);
  const second = patience.wait(() => new Promise(() => {}));
  clock.advance(0);
  expect(await second).toBe(false);
  expect(patience.problem()).toBe('no answer in time');
});

it('C10: time that is used up is not owed', async () => {
  const clock = createFakeClock();
  const patience = createTimedPatience(clock);

  await patience.wait(async () => clock.advance(150));
  await patience.wait(async () => {});

  expect(patience.waits).toEqual([100, 0]);
});

it('C10: a clock that is set back gives no more time', async () => {
  const clock = createFakeClock(1_000);
  const patience = createTimedPatience(clock);

  await patience.wait(async () => clock.advance(-500));
  await patience.wait(async () => {});

  expect(patience.waits).toEqual([100, 100]);
});

it('C10: the first problem is the one that is told', async () => {
  const patience = createTimedPatience();

  expect(await patience.wait(() => Promise.reject(new Error('down')))).toBe(false);
  patience.note('still down');

  expect(patience.problem()).toBe('down');
  expect(patience.pending()).toBe(0);
});
