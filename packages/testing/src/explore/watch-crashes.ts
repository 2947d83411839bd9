interface HostProcess {
  readonly listeners: (name: string) => readonly ((...args: never[]) => void)[];
  readonly removeAllListeners: (name: string) => void;
  readonly on: (name: string, listener: (...args: never[]) => void) => void;
}

const names = ['uncaughtException', 'unhandledRejection'];

/**
 * Passes errors and rejections that are not handled to `onCrash`, instead of to the runner, until the returned function is
 * called. One of a test that runs at the same time is reported with those of the Action rather than lost.
 */
export function watchCrashes(onCrash: (thrown: unknown) => void): () => void {
  const { process } = globalThis as { process?: Partial<HostProcess> };
  if (!process?.listeners || !process.removeAllListeners || !process.on) return () => {};
  const host = process as HostProcess;
  const setListeners = (name: string, listeners: ReturnType<HostProcess['listeners']>): void => {
    host.removeAllListeners(name);
    for (const listener of listeners) host.on(name, listener);
  };
  const before = names.map((name) => [name, [...host.listeners(name)]] as const);
  for (const name of names) setListeners(name, [onCrash]);
  return () => {
    for (const [name, listeners] of before) setListeners(name, listeners);
  };
}
