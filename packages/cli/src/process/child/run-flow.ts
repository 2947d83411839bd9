// Runs one flow in this process. What its Actions begin and leave belongs to it: nothing of it is reported later.
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import type { CallSite } from '@signup-actions/runtime-core';
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import {
  createCallSite,
  createDiagnosticSender,
  createSiteSearch,
  listSources,
  runJob,
  type DiagnosticSender,
  type FlowJob,
  type FlowResult,
  type Frame,
  type JobHost,
  type LoadedAction,
} from '@signup-actions/workbench';
import { sendFrames } from '../frames.ts';
import { captureCrashes, captureOutput, runningAction } from './capture.ts';
import { createEvaluate, sendRequired } from './evaluate.ts';
import type { NetworkControl } from './network/control-network.ts';
import { trackWork, type Work } from './track-work.ts';

/** What Actions require is in the cache of any such function. */
const require = createRequire(import.meta.url);

/** How long work that an Action left running may go on. */
const maxLeftoverMs = 500;

/** Runs one flow after another, all with the same Actions. */
export interface FlowHost {
  /** Runs a flow. `onLoaded` is called when its Actions are loaded, before the first one runs. */
  readonly run: (job: FlowJob, onLoaded: () => void) => Promise<FlowResult>;
  /** Whether nothing is left of the flows that have run. */
  readonly isClean: () => boolean;
}

/** How flows run. */
export interface FlowHostOptions {
  /** Whether a debugger stops where the code of the Actions begins. */
  readonly stops: boolean;
  /** What responds to requests, or records them; absent if they are sent. */
  readonly network: NetworkControl | undefined;
}

/** Prepares this process for flows with these Actions. */
export function createFlowHost(
  actions: readonly LoadedAction[],
  { stops, network }: FlowHostOptions,
): FlowHost {
  const files = listSources(actions).map(({ file }) => file);
  const findSite = createCallSite(files);
  const output = captureOutput();
  const work = trackWork(files);
  const crashes = captureCrashes(work.isLoading);
  /** Sends what the code of the Actions does wrong, of the flow that runs. */
  let tell: DiagnosticSender = () => {};
  const tellOfFlow: DiagnosticSender = (...args) => tell(...args);
  const load = createLoad(tellOfFlow, stops);
  /** What keeps the process alive besides flows: its pipes, and what the code of the Actions opened when it was loaded. */
  let own: readonly string[] | undefined;
  let isClean = true;
  /** The sockets that the control has made up are never closed. */
  const listResources = (): readonly string[] =>
    process.getActiveResourcesInfo().filter((name) => !network || name !== 'TCPSocketWrap');

  async function run(job: FlowJob, onLoaded: () => void): Promise<FlowResult> {
    let isOver = false;
    const held: Frame[] = [];
    const send = (frame: Frame): void => {
      if (isOver) return;
      held.push(frame);
      // Nothing can fail before the first handler if the code is loaded already.
      if (own && (frame.type === 'ready' || frame.type === 'load')) return;
      if (frame.type === 'start') {
        own ??= listResources();
        onLoaded();
      }
      sendFrames(...held.splice(0));
    };
    tell = createDiagnosticSender(send, findSite);
    output.begin(job, createDiagnosticSender(send, findSite));
    const ownCrashes = crashes.begin();
    send({ type: 'ready' });
    const endNetwork = job.network && network?.begin(job.network, send);
    let stopWaiting = (): void => {};
    const crashed = new Promise<void>((resolve) => {
      stopWaiting = resolve;
    });
    const tellLeft = createDiagnosticSender(send, () => undefined);
    /** Actions whose late calls are reported, each with its place. */
    const calling = new Set<string | undefined>();
    let left: readonly Work[] | undefined;
    const { getResult } = await runJob(job, {
      crashes: ownCrashes,
      send,
      tell: load.tell,
      sendsCalls: true,
      evaluate: (...args) => work.load(() => load.evaluate(...args)),
      evaluateModule: load.evaluateModule,
      runAs: (action, code) => runningAction.run(action, code),
      onLate(event, action, thrown) {
        if (event === 'call') return void calling.add(action);
        const began = (left ?? work.listPending()).find((begun) => begun.action === action)?.site;
        tellLeft('work-left-running', 'work', action, began ?? findOutermost(thrown, files));
        stopWaiting();
      },
    });
    // What has just ended is removed from the list a turn later.
    for (let turn = 0; turn < 2; turn += 1) await setImmediate();
    left = work.listPending();
    work.ignoreTimersAfter(maxLeftoverMs);
    const idle = waitForIdle();
    await Promise.race([crashed, idle]);
    for (const { what, action, site } of left) {
      if (what && !calling.has(action)) tellLeft('work-left-running', what, action, site);
    }
    // A handler may have required more.
    sendRequired(require);
    await endNetwork?.();
    const result = getResult();
    isOver = true;
    output.end();
    crashes.end();
    const isWorking = work.listPending().some(({ what }) => what !== undefined);
    work.renew();
    isClean = !isWorking && isEnded(result) && !hasMore(listResources(), own ?? []);
    return result;
  }

  return { run, isClean: () => isClean && !load.hasFailed() && !crashes.hasCrashed() };
}

/** Whether each handler has ended: one that waits forever does so in a process that runs nothing else. */
const isEnded = (result: FlowResult): boolean =>
  result.type === 'outcome' &&
  (result.outcome.status !== 'failed' || result.outcome.failure.kind === 'action_error');

/** Whether a list has an item more often than another. */
function hasMore(items: readonly string[], known: readonly string[]): boolean {
  const left = [...known];
  return items.some((item) => {
    const at = left.indexOf(item);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Loads the code of Actions and of their modules once. */
interface Load extends Pick<JobHost, 'evaluate' | 'evaluateModule'> {
  /** Whether code has failed to load: it would be loaded again for the next signup. */
  readonly hasFailed: () => boolean;
  /** Tells of what code does wrong; of each flow, if it does so while it is loaded. */
  readonly tell: DiagnosticSender;
}

/** What the code of an Action does wrong when it is loaded is told of each flow. */
function createLoad(tell: DiagnosticSender, stops: boolean): Load {
  const loaded = new Map<LoadedAction, unknown>();
  const told: Parameters<DiagnosticSender>[] = [];
  const { evaluate, evaluateModule } = createEvaluate((...args) => {
    told.push(args);
    tell(...args);
  }, stops);
  let hasFailed = false;
  let isLoading = false;
  return {
    hasFailed: () => hasFailed,
    tell(...args) {
      if (isLoading) told.push(args);
      tell(...args);
    },
    evaluateModule(...args) {
      isLoading = true;
      try {
        return evaluateModule(...args);
      } finally {
        isLoading = false;
      }
    },
    evaluate(action, requireModule) {
      if (loaded.has(action)) {
        for (const args of told) if (args[2] === action.name) tell(...args);
        return loaded.get(action);
      }
      try {
        const exported = evaluate(action, requireModule);
        loaded.set(action, exported);
        return exported;
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    },
  };
}

/** The outermost place in these files that the stack of an error names. */
const findOutermost = (thrown: unknown, files: readonly string[]): CallSite | undefined =>
  createSiteSearch(files)(toErrorRecord(thrown).stack ?? '').at(-1);

/** Waits until the process has nothing left to do, but not for longer than 500 ms. */
const waitForIdle = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      process.off('beforeExit', done);
      resolve();
    };
    const timer = setTimeout(done, maxLeftoverMs).unref();
    process.on('beforeExit', done);
  });
