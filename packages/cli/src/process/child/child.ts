// The program of the child process: runs one flow after another, and sends each result to the parent.
import { flushCompileCache } from 'node:module';
import { getHeapStatistics } from 'node:v8';
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import {
  listSources,
  type CacheEntries,
  type FlowResult,
  type LoadedAction,
} from '@signup-actions/workbench';
import { maxMemoryMb, type FlowMessage } from '../protocol.ts';
import { sendEndMarks, sendRecord } from '../records.ts';
import { parseInspectArguments } from '../inspect.ts';
import { watchBuiltIns } from './built-ins.ts';
import { controlNetwork, type NetworkControl } from './network/control-network.ts';
import { openDebugger } from './open-debugger.ts';
import { prepareProcess } from './prepare-process.ts';
import { readFlows } from './read-flows.ts';
import { waitForPoll } from './wait-for-poll.ts';
import { createFlowHost, type FlowHost } from './run-flow.ts';

/** How much of its memory a process may keep for later flows. */
const maxKeptShare = 0.4;

const startWatchdog = prepareProcess();

const inspect = parseInspectArguments(process.argv.splice(2));
const exit = process.exit.bind(process);

let host: FlowHost | undefined;
let network: NetworkControl | undefined;
let loaded: readonly LoadedAction[] = [];
/** What the last flow has left. */
let kept: CacheEntries = [];
let haveBuiltInsChanged: (() => boolean) | undefined;

void runAll();

async function runAll(): Promise<void> {
  for await (const message of readFlows(startWatchdog)) {
    await waitForPoll();
    // What the flow before has left may have crashed: the parent starts another process for this one.
    if (host && !host.isClean()) break;
    if (!(await runNext(message))) return;
  }
  exit();
}

/** Runs a flow and sends its result. Returns whether the process can run another one. */
async function runNext({ actions, cache = kept, isKept, ...job }: FlowMessage): Promise<boolean> {
  if (inspect && !host) openDebugger(inspect, sendRecord);
  const isFirst = host === undefined;
  loaded = actions ?? loaded;
  // All flows of a process have responses, or none has.
  if (isFirst && job.network) network = await controlNetwork(job.network === 'record');
  host ??= createFlowHost(loaded, { stops: inspect?.stops ?? false, network });
  const onLoaded = (): void => {
    if (isKept)
      haveBuiltInsChanged ??= watchBuiltIns(listSources(loaded).map(({ source }) => source));
  };
  const result = await host
    .run({ actions: loaded, cache, ...job }, onLoaded)
    .catch((thrown: unknown): FlowResult => ({
      type: 'died',
      failure: { kind: 'platform_error', error: toErrorRecord(thrown) },
    }));
  const canContinue = isKept && host.isClean() && hasMemory() && haveBuiltInsChanged?.() === false;
  const isMarked = sendEndMarks();
  const isReusable = canContinue && isMarked;
  if (result.type === 'outcome') kept = result.cache;
  // The parent ends this process, which does not get to keep at its end what it has compiled.
  if (isFirst) flushCompileCache();
  sendRecord({ result, isMarked, isReusable });
  return isReusable;
}

/** Whether there is as much memory as a flow in a fresh process has, or nearly so. */
function hasMemory(): boolean {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return heap + buffers < maxMemoryMb * 2 ** 20 * maxKeptShare;
}
