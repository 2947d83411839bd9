// The program of the child process: runs one flow, sends its result to the parent.
import { createRequire, flushCompileCache } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import type { CallSite } from '@signup-actions/runtime-core';
import {
  createCallSite,
  createDiagnosticSender,
  createSiteSearch,
  listSources,
  runJob,
  type FlowJob,
  type FlowResult,
} from '@signup-actions/workbench';
import { maxProcessMb, sendFrame } from '../protocol.ts';
import { captureCrashes, captureOutput, runningAction } from './capture.ts';
import { createEvaluate, sendRequired } from './evaluate.ts';
import { trackWork, type Work } from './track-work.ts';
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
  const files = listSources(job.actions).map(({ file }) => file);
  const listPending = trackWork(files);
  sendFrame({ type: 'ready' });
  let stopWaiting = (): void => {};
  const crashed = new Promise<void>((resolve) => {
    stopWaiting = resolve;
  });
  const tell = createDiagnosticSender(sendFrame, () => undefined);
  /** Actions whose late calls are reported, each with its place. */
  const calling = new Set<string | undefined>();
  let left: readonly Work[] | undefined;
  const { getResult } = await runJob(job, {
    crashes,
    send: sendFrame,
    sendsCalls: true,
    ...createEvaluate(createDiagnosticSender(sendFrame, createCallSite(files))),
    runAs: (action, code) => runningAction.run(action, code),
    onLate(event, action, thrown) {
      if (event === 'call') return void calling.add(action);
      const began = (left ?? listPending()).find((work) => work.action === action)?.site;
      tell('work-left-running', 'work', action, began ?? findOutermost(thrown, files));
      stopWaiting();
    },
  });
  // What has just ended is removed from the list a turn later.
  for (let turn = 0; turn < 2; turn += 1) await setImmediate();
  left = listPending();
  await Promise.race([crashed, waitForIdle()]);
  for (const { what, action, site } of left) {
    if (what && !calling.has(action)) tell('work-left-running', what, action, site);
  }
  // A handler may have required more.
  sendRequired(createRequire(import.meta.url));
  return getResult();
}

/** The outermost place in these files that the stack of an error names. */
const findOutermost = (thrown: unknown, files: readonly string[]): CallSite | undefined =>
  createSiteSearch(files)(toErrorRecord(thrown).stack ?? '').at(-1);

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
