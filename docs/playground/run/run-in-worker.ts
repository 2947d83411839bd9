import type { Failure } from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import {
  addRunDiagnostics,
  cutString,
  graceMs,
  maxListed,
  readConsole,
  toFailure,
  toStuck,
  toTerminatedOutcome,
  type ConsoleTexts,
  type CutFlowOutcome,
  type FlowResult,
  type Frame,
  type IsolatedRun,
  type SeenRequest,
} from '@signup-actions/workbench';
import { distrust } from './distrust.ts';
import type { WorkerJob, WorkerMessage } from './flow-job.ts';

/** The result of a flow, as far as it is known. */
export type WorkerRun = Extract<FlowResult, { type: 'unusable' }> | (CutFlowOutcome & IsolatedRun);

/** A flow that runs, or whose Actions left code running. */
export interface Running {
  /** Ends the worker, whatever it is doing; a flow that has no outcome yet fails. */
  readonly stop: () => void;
  /** Ends the worker without a result: a newer run replaces it. */
  readonly dismiss: () => void;
}

/** How long code that an Action left running may go on. */
const leftoverMs = 1_000;

/** Loading a worker can take long, which no Action is to blame for. */
const maxStartMs = 15_000;

/**
 * Runs a flow in a fresh worker, so that Actions cannot affect the page or the next run. `onRun` is called with its
 * result, and again if code left running changes it.
 */
export function runInWorker(job: WorkerJob, onRun: (run: WorkerRun) => void): Running {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'actions',
  });
  const frames: Frame[] = [];
  const requests: SeenRequest[] = [];
  let timer = setTimeout(() => fail(notStarted), maxStartMs);
  let isOver = false;
  // A channel of our own: what Actions post by themselves is not from the engine.
  const { port1, port2 } = new MessageChannel();

  const end = (): void => {
    clearTimeout(timer);
    port1.close();
    worker.terminate();
  };
  const toConsole = (): ConsoleTexts =>
    readConsole(frames, { limits: job.limits, secrets: collectSecrets(job.actions) });
  const fail = (failure: Failure): void => {
    end();
    if (isOver) return;
    isOver = true;
    onRun({
      ...toTerminatedOutcome(job, frames, { failure, time: Date.now() + job.clockOffsetMs }),
      leftOut: { calls: new Map(), diagnostics: 0 },
      console: toConsole(),
      requests,
    });
  };
  worker.addEventListener('error', ({ message }) =>
    fail(toFailure('platform_error', 'Error', message)),
  );
  const receive = (message: WorkerMessage): void => {
    if (message.type === 'died') return fail(message.failure);
    if (message.type === 'unusable') {
      end();
      return onRun(message);
    }
    if (message.type === 'request') {
      if (requests.length < maxListed) requests.push(message.request);
      return;
    }
    if (message.type === 'diagnostic') {
      const { diagnostic } = message;
      // A name that was read may be of any length.
      const cut = { ...diagnostic, message: cutString(diagnostic.message) };
      const { length } = frames.filter(({ type }) => type === 'diagnostic');
      if (length < maxListed) frames.push({ ...message, diagnostic: cut });
      return;
    }
    if (message.type !== 'outcome') {
      frames.push(message);
      if (message.type === 'ready') {
        clearTimeout(timer);
        timer = setTimeout(() => fail(toStuck(job.limits)), job.limits.flowTimeoutMs + graceMs);
      }
      // Output that comes after the result is shown with the next result, if there is one.
      return;
    }
    if (!isOver) {
      clearTimeout(timer);
      timer = setTimeout(end, leftoverMs);
    }
    isOver = true;
    const result = { ...message, outcome: distrust(message.outcome) };
    onRun({ ...addRunDiagnostics(result, frames), console: toConsole(), requests });
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- this one also starts the port
  port1.onmessage = ({ data }: MessageEvent<WorkerMessage>) => receive(data);
  worker.postMessage(job, [port2]);
  return { stop: () => fail(stopped), dismiss: end };
}

const notStarted = toFailure(
  'platform_error',
  'Error',
  'The worker that runs Actions did not start.',
);
const stopped = toFailure('aborted', 'AbortError', 'You stopped the run before it ended.');
