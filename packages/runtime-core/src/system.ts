import type { Clock, Timer } from './ports.ts';

// The one file that may touch the world: everything else takes its time and its timers as ports.

/**
 * Reads the clock at each call, so that a runner's fake time moves it.
 *
 * @internal
 */
export const systemClock: Clock = () => Date.now();

/** Beyond it a timer of the system would fire at once. */
const maxTimerMs = 2_147_483_647;

export const systemTimer: Timer = (callback, ms) => {
  const handle = setTimeout(callback, Math.min(ms, maxTimerMs));
  return () => clearTimeout(handle);
};
