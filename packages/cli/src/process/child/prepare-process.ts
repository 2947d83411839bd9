import { createRequire } from 'node:module';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { maxProcessMb } from '../protocol.ts';
import type { WatchdogData } from './watchdog.ts';

/**
 * Prepares a child process before it loads any Action. Returns a function that starts a thread, which ends the process
 * when the parent is gone. It is called when there is something to run: until then, the process waits for its parent
 * anyhow, and the thread would slow the start of both.
 */
export function prepareProcess(): () => void {
  delete process.env['NODE_COMPILE_CACHE'];
  hideOwnModules();
  const { ppid } = process;
  return () => startWatchdog(ppid);
}

/** Actions do not find our own modules: their process on the platform has none of them. */
function hideOwnModules(): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) delete cache[file];
  delete process.mainModule;
}

/** Starts the thread that watches this process. */
function startWatchdog(parent: number): void {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(isSource ? './watchdog.ts' : './watchdog.cjs', import.meta.url);
  const workerData: WatchdogData = { parent, maxBytes: maxProcessMb * 2 ** 20 };
  new Worker(file, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
    // It starts sooner if it has no streams and no environment of its own.
    stdout: true,
    stderr: true,
    env: SHARE_ENV,
  }).unref();
}
