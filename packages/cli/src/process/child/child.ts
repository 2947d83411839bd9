// The program of the child process: runs one flow after another, and sends each result to the parent.
import { createRequire, flushCompileCache } from 'node:module';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import { listSources, type FlowResult, type LoadedAction } from '@signup-actions/workbench';
import {
  maxMemoryMb,
  maxProcessMb,
  sendEndMark,
  type FlowMessage,
  type ResultMessage,
} from '../protocol.ts';
import { parseInspectArguments } from '../inspect.ts';
import { watchBuiltIns } from './built-ins.ts';
import { openDebugger } from './open-debugger.ts';
import { createFlowHost, type FlowHost } from './run-flow.ts';
import type { WatchdogData } from './watchdog.ts';

/** How much of its memory a process may keep for later flows. */
const maxKeptShare = 0.4;

delete process.env['NODE_COMPILE_CACHE'];
hideOwnModules();

startWatchdog();

const inspect = parseInspectArguments(process.argv.splice(2));
const send = process.send?.bind(process);
const exit = process.exit.bind(process);
const { channel } = process;

let host: FlowHost | undefined;
let loaded: readonly LoadedAction[] = [];
let haveBuiltInsChanged: (() => boolean) | undefined;

// Exit when the parent is gone.
process.once('disconnect', () => exit());
process.on('message', (message: FlowMessage) => void runNext(message));

async function runNext({ actions, isKept, ...job }: FlowMessage): Promise<void> {
  // Something has crashed since the last flow: the parent starts another process.
  if (host && !host.isClean()) exit();
  if (inspect && !host) openDebugger(inspect, (said) => send?.(said));
  // Do not keep the process alive just for the IPC channel.
  channel?.unref();
  // The platform's process has no parent.
  delete process.send;
  loaded = actions ?? loaded;
  host ??= createFlowHost(loaded, inspect?.stops);
  const onLoaded = (): void => {
    if (isKept)
      haveBuiltInsChanged ??= watchBuiltIns(listSources(loaded).map(({ source }) => source));
  };
  const result = await host
    .run({ actions: loaded, ...job }, onLoaded)
    .catch((thrown: unknown): FlowResult => ({
      type: 'died',
      failure: { kind: 'platform_error', error: toErrorRecord(thrown) },
    }));
  const isReusable =
    isKept && host.isClean() && hasMemory() && haveBuiltInsChanged?.() === false && sendEndMark();
  if (isReusable) channel?.ref();
  const message: ResultMessage = { result, isReusable };
  // The parent ends this process, which does not get to keep at its end what it has compiled.
  flushCompileCache();
  send?.(message);
}

/** Actions do not find our own modules: their process on the platform has none of them. */
function hideOwnModules(): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) delete cache[file];
  delete process.mainModule;
}

/** Whether there is as much memory as a flow in a fresh process has, or nearly so. */
function hasMemory(): boolean {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return heap + buffers < maxMemoryMb * 2 ** 20 * maxKeptShare;
}

/** Starts the thread that watches this process. */
function startWatchdog(): void {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(isSource ? './watchdog.ts' : './watchdog.cjs', import.meta.url);
  const workerData: WatchdogData = { parent: process.ppid, maxBytes: maxProcessMb * 2 ** 20 };
  new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
