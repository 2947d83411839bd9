import type { Failure, Outcome } from '@signup-actions/runtime-core';
import type { CacheEntries } from '../../../packages/cli/src/child/flow-job.ts';
import type { Frame } from '../../../packages/cli/src/child/frames.ts';
import { toDeadOutcome } from '../../../packages/cli/src/child/to-dead-outcome.ts';
import type { LeftOut } from './cut-answer.ts';
import { distrust } from './distrust.ts';
import type { PlaygroundJob, WorkerMessage } from './flow-job.ts';

/** What came of a flow, as far as is known. */
export type WorkerRun =
  | { readonly type: 'unusable'; readonly message: string }
  | {
      readonly type: 'outcome';
      readonly outcome: Outcome;
      /** Where in the source the call of each diagnostic was made, in their order. */
      readonly diagnosticSites: readonly (string | undefined)[];
      readonly leftOut: LeftOut;
      /** What the cache holds now. */
      readonly cache: CacheEntries;
      /** What each Action wrote to the console, by its name. */
      readonly console: ReadonlyMap<string, string>;
    };

/** A flow that is running, or whose leftovers still are. */
export interface Running {
  /** Ends the worker, whatever it is doing; a flow that has no outcome yet fails. */
  readonly stop: () => void;
  /** Ends the worker without a word: something newer takes its place. */
  readonly dismiss: () => void;
}

/** Past the flow's own time a worker that still runs is stuck in a loop: no timer of its own can fire. */
const graceMs = 1_000;

/** How long work that nobody awaited is waited for. */
const leftoverMs = 1_000;

/** Loading a worker is no Action's fault. */
const maxStartMs = 15_000;

/** Runs a flow in a fresh worker. `onRun` hears its outcome once, and again if leftovers change it. */
export function runInWorker(
  worker: Worker,
  job: PlaygroundJob,
  onRun: (run: WorkerRun) => void,
): Running {
  const frames: Frame[] = [];
  let timer = setTimeout(() => die(silent), maxStartMs);
  let isOver = false;
  // A channel of our own: what Actions post themselves is none of the engine's words.
  const { port1, port2 } = new MessageChannel();

  const end = (): void => {
    clearTimeout(timer);
    port1.close();
    worker.terminate();
  };
  const die = (failure: Failure): void => {
    end();
    if (isOver) return;
    isOver = true;
    onRun({
      type: 'outcome',
      outcome: toDeadOutcome(job, frames, failure),
      diagnosticSites: [],
      leftOut: { calls: new Map(), diagnostics: 0 },
      cache: job.cache,
      console: readConsole(frames),
    });
  };
  worker.addEventListener('error', ({ message }) =>
    die(toFailure('platform_error', 'Error', message)),
  );
  const hear = (message: WorkerMessage): void => {
    if (message.type === 'died') return die(message.failure);
    if (message.type === 'unusable') {
      end();
      return onRun(message);
    }
    if (message.type !== 'outcome') {
      frames.push(message);
      if (message.type === 'ready') {
        clearTimeout(timer);
        timer = setTimeout(() => die(stuck), job.limits.flowTimeoutMs + graceMs);
      }
      // Printing may go on after the answer, and is not worth another one.
      return;
    }
    if (!isOver) {
      clearTimeout(timer);
      timer = setTimeout(end, leftoverMs);
    }
    isOver = true;
    onRun({ ...message, outcome: distrust(message.outcome), console: readConsole(frames) });
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- this one also starts the port
  port1.onmessage = ({ data }: MessageEvent<WorkerMessage>) => hear(data);
  worker.postMessage(job, [port2]);
  return { stop: () => die(stopped), dismiss: end };
}

function readConsole(frames: readonly Frame[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const frame of frames) {
    if (frame.type !== 'output' || frame.action === undefined) continue;
    texts.set(frame.action, (texts.get(frame.action) ?? '') + frame.text);
  }
  return texts;
}

const toFailure = (kind: Failure['class'], name: string, message: string): Failure => ({
  class: kind,
  error: { name, message },
});

const silent = toFailure('platform_error', 'Error', 'The worker that runs Actions did not start.');
const stuck = toFailure(
  'action_timeout',
  'TimeoutError',
  'An Action did not end, and was stopped.',
);
const stopped = toFailure('aborted', 'AbortError', 'You stopped the run before it had ended.');
