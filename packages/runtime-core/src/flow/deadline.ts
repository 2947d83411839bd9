import type { Failure } from '../outcome/outcome.ts';
import type { Timer } from '../ports.ts';

/** Why a flow was given up from outside: its time is over (F7), or the host wants it no more (F13). */
export type GiveUp = Pick<Failure, 'error' | 'kind'>;

/** The moment at which a flow is given up, if it comes. */
export interface Deadline {
  /** Why the flow has been given up; nothing while it has not. */
  readonly reason: () => GiveUp | undefined;
  /** Calls back when the flow is given up; who waits last is the one that is called. */
  readonly wait: (onGiveUp: (reason: GiveUp) => void) => void;
  readonly cancel: () => void;
}

/** Starts the flow's time: `ms` milliseconds from now, or until the host's signal. */
export function startDeadline(timer: Timer, ms: number, signal?: AbortSignal): Deadline {
  let reason: GiveUp | undefined;
  let waiting: ((reason: GiveUp) => void) | undefined;
  const giveUp = (why: GiveUp): void => {
    reason ??= why;
    waiting?.(reason);
  };
  const abort = (): void => giveUp(abortedByHost);
  const cancelTimer = timer(() => giveUp(outOfTime(ms)), ms);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  return {
    reason: () => reason,
    wait(onGiveUp) {
      waiting = onGiveUp;
    },
    cancel() {
      cancelTimer();
      signal?.removeEventListener('abort', abort);
    },
  };
}

const abortedByHost: GiveUp = Object.freeze({
  kind: 'aborted',
  error: Object.freeze({ name: 'AbortError', message: 'The host aborted the flow.' }),
});

const outOfTime = (ms: number): GiveUp =>
  Object.freeze({
    kind: 'action_timeout',
    error: Object.freeze({
      name: 'TimeoutError',
      message: `The flow timed out: all its Actions together have ${ms} ms.`,
    }),
  });
