import { expect, it, vi } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

it('runs once for all calls in the meantime, and again for later ones', () => {
  vi.useFakeTimers();
  const run = vi.fn<() => void>();
  const ask = atMostEvery(100, run);
  ask();
  ask();
  vi.advanceTimersByTime(99);
  expect(run).not.toHaveBeenCalled();

  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);

  ask();
  vi.advanceTimersByTime(100);
  expect(run).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
