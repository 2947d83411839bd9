import type { Clock, Timer } from './ports.ts';

// The only file that uses the system's clock and timers. Everything else receives them as ports.

/**
 * Reads `Date` at each call, so that it follows a test runner's fake time.
 *
 * @internal
 */
export const systemClock: Clock = () => Date.now();

/** A longer timer of the system would fire immediately. */
const maxTimerMs = 2_147_483_647;

/** The timer of the system. Delays beyond 24.8 days are shortened to that. */
export const systemTimer: Timer = (callback, ms) => {
  const handle = setTimeout(callback, Math.min(ms, maxTimerMs));
  return () => clearTimeout(handle);
};

const now = performance.now.bind(performance);

/**
 * Milliseconds since some moment, by a clock that cannot be set. It does not follow a test runner's fake time.
 *
 * @internal
 */
export const systemElapsed: Clock = () => now();
