// Runners replace the global timers with ones that stand still. Node's own module keeps the real ones.

interface NodeTimers {
  readonly setImmediate: (callback: () => void) => void;
  readonly setTimeout: (callback: () => void, ms: number) => void;
}
type Host = { process?: { getBuiltinModule?: (name: string) => unknown } };

/** Node's timers, read before a test can replace them; `undefined` elsewhere, or if they are replaced already. */
function findNodeTimers(): NodeTimers | undefined {
  const timers = (globalThis as Host).process?.getBuiltinModule?.('timers') as
    | NodeTimers
    | undefined;
  if (!timers) return undefined;
  const { setImmediate, setTimeout } = timers;
  // A replaced timer carries its clock.
  return 'clock' in setImmediate ? undefined : { setImmediate, setTimeout };
}
const nodeTimers = findNodeTimers();

/** Whether a debugger is attached, or Node waits for one: time that is spent at a breakpoint does not count then. */
export function isDebugged(): boolean {
  const inspector = (globalThis as Host).process?.getBuiltinModule?.('inspector') as
    | { readonly url: () => string | undefined }
    | undefined;
  return inspector?.url() !== undefined;
}

/** Waits one turn of the event loop, in which any chain of pending promises gets as far as it can. */
export const macrotask = (): Promise<void> =>
  new Promise((resolve) => {
    if (nodeTimers) nodeTimers.setImmediate(resolve);
    else postToSelf(resolve);
  });

/** Waits in real time, even if a runner has replaced the timers. */
export const realDelay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    if (nodeTimers) nodeTimers.setTimeout(resolve, ms);
    // The timer of an abort signal is the platform's own.
    else AbortSignal.timeout(ms).addEventListener('abort', () => resolve());
  });

/** A message channel is slower to start than a timer, but no runner replaces it. */
function postToSelf(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    callback();
  });
  port1.start();
  port2.postMessage(undefined);
}
