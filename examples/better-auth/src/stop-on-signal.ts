import type { Log } from './create-log.ts';

/** Closes a server when the process is told to end, then ends the process. A second signal ends it at once. */
export function stopOnSignal(server: { readonly close: () => Promise<void> }, log: Log): void {
  const stop = async (): Promise<void> => {
    log({ type: 'stopping' });
    await server.close();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
}
