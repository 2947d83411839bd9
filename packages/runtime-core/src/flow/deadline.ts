import type { Failure } from '../outcome/outcome.ts';
import type { Settings } from '../settings.ts';

/** Why a flow was cut off: it timed out (F7), or the host aborted it (F13). */
export type CutOff = Pick<Failure, 'error' | 'kind'>;

/** When a flow is cut off, if it is. */
export interface Deadline {
  /** Why the flow was cut off; `undefined` if it was not. */
  readonly reason: () => CutOff | undefined;
  /** Registers the callback for a timeout or an abort. Only the most recently registered one is called. */
  readonly wait: (onCutOff: (reason: CutOff) => void) => void;
  readonly cancel: () => void;
}

/** Starts the time of a flow: it ends after `ms` milliseconds, or when the host's signal aborts. */
export function startDeadline(
  { timer, elapsed }: Pick<Settings, 'elapsed' | 'timer'>,
  ms: number,
  signal?: AbortSignal,
): Deadline {
  const start = elapsed();
  let reason: CutOff | undefined;
  let waiting: ((reason: CutOff) => void) | undefined;
  const cutOff = (why: CutOff): void => {
    reason ??= why;
    waiting?.(reason);
  };
  const abort = (): void => cutOff(abortedByHost);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  const stopListening = (): void => signal?.removeEventListener('abort', abort);
  let cancelTimer: () => void;
  try {
    cancelTimer = timer(() => cutOff(timedOut(ms)), ms);
  } catch (thrown) {
    stopListening();
    throw thrown;
  }
  return {
    // While an Action blocks the thread, no timer calls back.
    reason: () => (reason ??= elapsed() - start >= ms ? timedOut(ms) : undefined),
    wait(onCutOff) {
      waiting = onCutOff;
    },
    cancel() {
      cancelTimer();
      stopListening();
    },
  };
}

/** Why a flow was cut off that the host aborted. */
export const abortedByHost: CutOff = Object.freeze({
  kind: 'aborted',
  error: Object.freeze({ name: 'AbortError', message: 'The host aborted the flow.' }),
});

const timedOut = (ms: number): CutOff =>
  Object.freeze({
    kind: 'action_timeout',
    error: Object.freeze({
      name: 'TimeoutError',
      message: `The flow timed out: all its Actions together have ${ms} ms.`,
    }),
  });
