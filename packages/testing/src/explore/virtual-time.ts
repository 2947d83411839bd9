import type { Clock, Timer } from '@signup-actions/runtime-core';
import { createFakeClock } from '../mock/create-fake-clock.ts';
import { findRecording } from '../watch/record-output.ts';
import { replace } from '../watch/replace-globals.ts';

/** The time of one run, which passes only when the explorer says so. */
export interface VirtualTime {
  readonly clock: Clock;
  readonly timer: Timer;
  /** Moves to the next timer and calls it; returns whether there was one. */
  readonly advanceToNext: () => boolean;
  readonly advance: (ms: number) => void;
  /** How many timers are set. */
  readonly pending: () => number;
}

/** Creates the time of a run. `start` is in milliseconds since the epoch. */
export function createVirtualTime(start: number): VirtualTime {
  const clock = createFakeClock(start);
  const pending = new Set<{ readonly at: number }>();
  return {
    clock,
    advance: clock.advance,
    pending: () => pending.size,
    timer(callback, ms) {
      // As in Node: a timer that sets itself again must not stop the time.
      const delay = ms >= 1 ? ms : 1;
      const entry = { at: clock() + delay };
      pending.add(entry);
      const cancel = clock.timer(() => {
        pending.delete(entry);
        callback();
      }, delay);
      return () => {
        pending.delete(entry);
        cancel();
      };
    },
    advanceToNext() {
      if (pending.size === 0) return false;
      clock.advance(Math.min(...[...pending].map(({ at }) => at)) - clock());
      return true;
    },
  };
}

type Callback = (...args: unknown[]) => void;
type SetTimer = (callback: Callback, ms?: number, ...args: unknown[]) => unknown;
type Timers = Record<'setInterval' | 'setTimeout', SetTimer> &
  Record<'clearInterval' | 'clearTimeout', (handle: unknown) => void>;

/** Gives explored flows timers in virtual time, until the returned function is called. */
export function replaceTimers(onCrash: (thrown: unknown) => void): () => void {
  const cancels = new WeakMap<object, () => void>();
  const findTimer = (): Timer | undefined => findRecording()?.standIns?.timer;
  const run = (callback: Callback, args: readonly unknown[]): void => {
    try {
      callback(...args);
    } catch (thrown) {
      onCrash(thrown);
    }
  };
  const set =
    (repeats: boolean) =>
    (original: SetTimer): SetTimer =>
    (callback, ms = 0, ...args) => {
      const timer = findTimer();
      if (!timer) return original(callback, ms, ...args);
      const handle = createHandle();
      const start = (): void => {
        const cancel = timer(() => {
          if (repeats) start();
          run(callback, args);
        }, ms);
        cancels.set(handle, cancel);
      };
      start();
      return handle;
    };
  const clear = (original: (handle: unknown) => void) => (handle: unknown) => {
    const cancel = typeof handle === 'object' && handle !== null ? cancels.get(handle) : undefined;
    return cancel ? cancel() : original(handle);
  };
  const timers = globalThis as unknown as Timers;
  const restores = [
    replace<'setTimeout', SetTimer>(timers, 'setTimeout', set(false)),
    replace<'setInterval', SetTimer>(timers, 'setInterval', set(true)),
    replace<'clearTimeout', Timers['clearTimeout']>(timers, 'clearTimeout', clear),
    replace<'clearInterval', Timers['clearInterval']>(timers, 'clearInterval', clear),
    replace(
      AbortSignal as { timeout: typeof AbortSignal.timeout },
      'timeout',
      (original) => (ms) => {
        const timer = findTimer();
        return timer ? createTimeoutSignal(timer, ms) : original.call(AbortSignal, ms);
      },
    ),
  ];
  return () => {
    for (const restore of restores) restore();
  };
}

/** What code does with a timer of Node. */
function createHandle(): object {
  const handle = { ref: () => handle, unref: () => handle, hasRef: () => true };
  return handle;
}

function createTimeoutSignal(timer: Timer, ms: number): AbortSignal {
  const controller = new AbortController();
  timer(() => {
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, ms);
  return controller.signal;
}
