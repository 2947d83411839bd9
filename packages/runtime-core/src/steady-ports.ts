import type { Clock, Timer } from './ports.ts';

// What the engine makes of ports that misbehave, so that they leave nothing open (F13).

/** A timer whose cancelling never throws: a host's may return nothing, or what throws. */
export const toCancelable =
  (timer: Timer): Timer =>
  (callback, ms) => {
    const cancel: unknown = timer(callback, ms);
    return () => {
      try {
        if (typeof cancel === 'function') cancel();
      } catch {
        // The callback is ignored when its time comes.
      }
    };
  };

/** A clock that repeats its last time instead of throwing: what was written can still be stored. */
export function toSteadyClock(clock: Clock): Clock {
  let last = 0;
  return () => {
    try {
      last = clock();
    } catch {
      // The flow that reads the clock itself fails.
    }
    return last;
  };
}

/** A timer that calls back at once instead of throwing, so that no flow waits without a limit. */
export const toSteadyTimer =
  (timer: Timer): Timer =>
  (callback, ms) => {
    try {
      return timer(callback, ms);
    } catch {
      // Later, as a timer does: the caller does not have the function that cancels yet.
      // oxlint-disable-next-line promise/no-callback-in-promise -- the only timer that cannot fail
      void Promise.resolve().then(callback);
      return () => {};
    }
  };
