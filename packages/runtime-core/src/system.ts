import type { Clock, Timer } from './ports.ts';

// The one file that may touch the world: everything else takes its time and its timers as ports.

/** Reads the clock at each call, so that a runner's fake time moves it. */
export const systemClock: Clock = () => Date.now();

export const systemTimer: Timer = (callback, ms) => {
  const handle = setTimeout(callback, ms);
  return () => clearTimeout(handle);
};
