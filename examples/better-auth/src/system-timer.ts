import type { Timer } from '@signup-actions/runtime-core';

/** The system's timer. A wait does not keep the server running. */
export const systemTimer: Timer = (callback, ms) => {
  const timeout = setTimeout(callback, ms).unref();
  return () => clearTimeout(timeout);
};
