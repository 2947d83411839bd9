/** Called with what was thrown, and the name of the Action whose code threw it, if that is known. */
export type CrashListener = (thrown: unknown, action?: string) => void;

/** Tells of errors that no handler's promise reports: unhandled rejections, errors in timers, an early exit. */
export interface Crashes {
  /** Only the most recently registered listener is called. Each is told of a crash before the first one. */
  readonly listen: (listener: CrashListener) => void;
}

/** Reports crashes to whom they concern. */
export interface CrashReporter extends Crashes {
  /** Whether a listener is registered. */
  readonly isHeard: () => boolean;
  /** Reports a crash to the listener, or keeps it until there is one. */
  readonly report: CrashListener;
}

/** A reporter without a listener. */
export function createCrashReporter(): CrashReporter {
  let unheard: Parameters<CrashListener> | undefined;
  let listener: CrashListener | undefined;
  return {
    isHeard: () => listener !== undefined,
    report(...crash) {
      if (listener) listener(...crash);
      else unheard ??= crash;
    },
    listen(registered) {
      listener = registered;
      if (unheard) listener(...unheard);
    },
  };
}
