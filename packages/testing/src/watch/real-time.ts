import { findBuiltin } from './find-builtin.ts';

// Runners replace the global timers with ones that stand still. Node's own module keeps the real ones.

/** Node's timers, read before a test can replace them; `undefined` elsewhere, or if they are replaced already. */
function findNodeTimers(): ReturnType<typeof findBuiltin<'timers'>> {
  const timers = findBuiltin('timers');
  if (!timers) return undefined;
  const { setImmediate, setTimeout, clearTimeout } = timers;
  return isReplaced(setImmediate) ? undefined : { setImmediate, setTimeout, clearTimeout };
}

/** A timer of a runner carries its clock. */
const isReplaced = (timer: object): boolean => 'clock' in timer;

const nodeTimers = findNodeTimers();

/** Whether a debugger is attached, or Node waits for one: time that is spent at a breakpoint does not count then. */
export function isDebugged(): boolean {
  // Deno would ask for a permission.
  if ('Deno' in globalThis) return false;
  return findBuiltin('inspector')?.url() !== undefined;
}

/** Whether the test has replaced the timers: they do not move until it advances them. */
export const hasFakeTimers = (): boolean => isReplaced(setTimeout);

/** Calls back after this time, unless it is cancelled. Without Node's timers, or with a time of 0, it never does. */
export function startRealTimer(callback: () => void, ms: number): () => void {
  if (!nodeTimers || ms <= 0 || ms >= longestTimeoutMs) return () => {};
  const timeout = nodeTimers.setTimeout(callback, ms);
  return () => nodeTimers.clearTimeout(timeout);
}

/** Longer times overflow, and timers call back at once. */
const longestTimeoutMs = 2 ** 31;

/** Waits one turn of the event loop, in which any chain of pending promises gets as far as it can. */
export const macrotask = (): Promise<void> =>
  new Promise((resolve) => {
    if (nodeTimers) nodeTimers.setImmediate(resolve);
    else postToSelf(resolve);
  });

/** Waits in real time, even if a runner has replaced the timers. */
export const realDelay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    if ('Bun' in globalThis) void waitForMemory(ms).then(resolve);
    else if (nodeTimers) nodeTimers.setTimeout(resolve, ms);
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

/** Bun replaces every timer that it has, also those of abort signals, but not the limit of a wait for shared memory. */
async function waitForMemory(ms: number): Promise<void> {
  const memory = new Int32Array(new SharedArrayBuffer(4));
  await (Atomics as unknown as WaitingAtomics).waitAsync(memory, 0, 0, ms).value;
}

/** Part of ECMAScript 2024. */
interface WaitingAtomics {
  readonly waitAsync: (
    memory: Int32Array,
    index: number,
    value: number,
    maxMs: number,
  ) => { readonly value: unknown };
}
