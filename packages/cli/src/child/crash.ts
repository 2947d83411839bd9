import { runningAction } from './running-action.ts';

/** Hears what was thrown, and by which Action where that is known. */
type Listener = (thrown: unknown, action?: string) => void;

/** Hears of what goes wrong in the process, beside what a handler rejects with. */
export interface Crash {
  /** Who listens last is the one that hears. */
  readonly listen: (listener: Listener) => void;
}

/**
 * Catches what would end the process: a rejection that nobody handles, a timer that throws, and
 * `process.exit`. It fails the flow, and what the flow has recorded so far is kept.
 */
export function catchCrash(): Crash {
  let unheard: { readonly thrown: unknown } | undefined;
  let hear: Listener | undefined;
  process.on('uncaughtException', (thrown) => {
    if (hear) hear(thrown, runningAction.getStore());
    else unheard ??= { thrown };
  });
  process.exit = (): never => {
    const error = new Error('An Action ended the process before it had settled.');
    hear?.(error);
    // What stands behind the call must not run.
    throw error;
  };
  return {
    listen(listener) {
      hear = listener;
      if (unheard) listener(unheard.thrown);
    },
  };
}
