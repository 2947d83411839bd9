// The program of the child process: runs one flow, sends its result to the parent.
import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import { runJob, type FlowJob, type FlowResult } from '@signup-actions/workbench';
import { maxProcessMb, sendFrame } from '../protocol.ts';
import { captureCrashes, captureOutput, runningAction } from './capture.ts';
import { evaluate } from './evaluate.ts';
import type { WatchdogData } from './watchdog.ts';

/** How long work that an Action left running may go on. */
const maxLeftoverMs = 500;

if (process.env['NODE_COMPILE_CACHE'] !== undefined) {
  // The parent kills this process, so the cache would not be written at its end.
  flushCompileCache();
  delete process.env['NODE_COMPILE_CACHE'];
}

startWatchdog();

const send = process.send?.bind(process);
const exit = process.exit.bind(process);

// Exit when the parent is gone.
process.once('disconnect', () => exit());
process.once('message', async (job: FlowJob) => {
  // Do not keep the process alive just for the IPC channel.
  process.channel?.unref();
  // The platform's process has no parent.
  delete process.send;
  const result = await run(job).catch((thrown: unknown): FlowResult => ({
    type: 'died',
    failure: { kind: 'platform_error', error: toErrorRecord(thrown) },
  }));
  send?.(result);
});

async function run(job: FlowJob): Promise<FlowResult> {
  captureOutput(job);
  const crashes = captureCrashes();
  sendFrame({ type: 'ready' });
  let stopWaiting = (): void => {};
  const crashed = new Promise<void>((resolve) => {
    stopWaiting = resolve;
  });
  const { getResult } = await runJob(job, {
    crashes,
    send: sendFrame,
    sendsCalls: true,
    evaluate,
    runAs: (action, code) => runningAction.run(action, code),
    onLate(event) {
      if (event === 'crash') stopWaiting();
    },
  });
  await Promise.race([crashed, waitForIdle()]);
  return getResult();
}

/** Waits until the process has nothing left to do, but not for longer than 500 ms. */
const waitForIdle = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('beforeExit', () => resolve());
    setTimeout(resolve, maxLeftoverMs).unref();
  });

/** Starts the thread that watches this process. */
function startWatchdog(): void {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(isSource ? './watchdog.ts' : './watchdog.js', import.meta.url);
  const workerData: WatchdogData = { parent: process.ppid, maxBytes: maxProcessMb * 2 ** 20 };
  new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
