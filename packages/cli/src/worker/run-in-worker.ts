import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import {
  collectSecrets,
  createLimits,
  createSecretSearch,
  toOutcome,
  type Failure,
  type Outcome,
} from '@signup-actions/runtime-core';
import { UsageError } from '../usage-error.ts';
import type { CacheEntries, FlowAnswer, FlowJob } from './flow-job.ts';

/** What came of a flow that ran in a worker. */
export interface WorkerRun {
  readonly outcome: Outcome;
  /** What the cache holds now. */
  readonly cache: CacheEntries;
  /** What the Actions wrote to the console, without the secrets' values. */
  readonly console: string;
}

const limits = createLimits();

/** Past the flow's own time a worker that still runs is stuck in a loop: no timer of its own can fire. */
const killAfterMs = limits.flowTimeoutMs + limits.storeTimeoutMs + 1_000;

/**
 * Runs a flow in a fresh worker with an empty environment and bounded memory, killed at its deadline.
 * This guards against accidents: it is no boundary against hostile code.
 */
export async function runInWorker(job: FlowJob): Promise<WorkerRun> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: job,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const output = Promise.all([text(worker.stdout), text(worker.stderr)]);
  const answer = await waitForAnswer(worker);
  await worker.terminate();
  if (answer.type === 'unusable') throw new UsageError(answer.message);
  const secrets = collectSecrets(job.actions);
  const console = createSecretSearch(secrets).redact((await output).join(''));
  if (answer.type === 'outcome') {
    return { outcome: answer.outcome, cache: answer.cache, console };
  }
  const { failure } = answer;
  const outcome = toOutcome({ signup: undefined, calls: [], executions: [], secrets, failure });
  return { outcome, cache: job.cache, console };
}

type Answer = FlowAnswer | { readonly type: 'died'; readonly failure: Failure };

/** The worker's answer, or why it never gave one. A worker that ends without a word has failed. */
function waitForAnswer(worker: Worker): Promise<Answer> {
  return new Promise((resolve) => {
    const die = (kind: Failure['class'], name: string, message: string): void =>
      resolve({ type: 'died', failure: { class: kind, error: { name, message } } });
    const timer = setTimeout(
      () => die('action_timeout', 'TimeoutError', 'An Action did not end, and was stopped.'),
      killAfterMs,
    );
    worker.once('message', resolve);
    worker.once('error', ({ name, message }) => die('action_error', name, message));
    worker.once('exit', () => {
      clearTimeout(timer);
      die('action_error', 'Error', 'An Action ended the process before its handler had settled.');
    });
  });
}
