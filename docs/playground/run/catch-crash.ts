import type { Crash } from '../../../packages/cli/src/child/crash.ts';

type Listener = Parameters<Crash['listen']>[0];

/** Hears of what goes wrong in this worker beside what a handler rejects with, as the command line does. */
export function catchCrash(): Crash {
  let unheard: { readonly thrown: unknown } | undefined;
  let hear: Listener | undefined;
  const report = (thrown: unknown): void => {
    if (hear) hear(thrown);
    else unheard ??= { thrown };
  };
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    report(event.reason);
  });
  globalThis.addEventListener('error', (event) => {
    event.preventDefault();
    report(event.error);
  });
  return {
    listen(listener) {
      hear = listener;
      if (unheard) listener(unheard.thrown);
    },
  };
}
