import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
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

/** What came of a flow that ran in a child process. */
export interface ChildRun {
  readonly outcome: Outcome;
  /** What the cache holds now. */
  readonly cache: CacheEntries;
  /** What the Actions wrote to the console, without the secrets' values. */
  readonly console: string;
}

const maxMemoryMb = 256;
const limits = createLimits();

/** Past the flow's own time a process that still runs is stuck in a loop: no timer of its own can fire. */
const killAfterMs = limits.flowTimeoutMs + limits.storeTimeoutMs + 1_000;

/**
 * Runs a flow in a fresh process with an empty environment and bounded memory, killed at its deadline.
 * This guards against accidents: it is no boundary against hostile code.
 */
export async function runInChild(job: FlowJob): Promise<ChildRun> {
  const child = fork(fileURLToPath(new URL('./child.js', import.meta.url)), {
    env: {},
    execArgv: [`--max-old-space-size=${maxMemoryMb}`],
    serialization: 'advanced',
    silent: true,
  });
  const output = Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  const answer = await waitForAnswer(child, job);
  child.kill('SIGKILL');
  if (answer.type === 'unusable') throw new UsageError(answer.message);
  const secrets = collectSecrets(job.actions);
  const [out, err] = await output;
  // What V8 says when it runs out of memory is about V8.
  const written = answer === outOfMemory ? out : out + err;
  const console = createSecretSearch(secrets).redact(written);
  if (answer.type === 'outcome') {
    return { outcome: answer.outcome, cache: answer.cache, console };
  }
  const { failure } = answer;
  const outcome = toOutcome({ signup: undefined, calls: [], executions: [], secrets, failure });
  return { outcome, cache: job.cache, console };
}

const readAll = (stream: Readable | null): Promise<string> | '' => (stream ? text(stream) : '');

/** The child's answer, or why it never gave one: a process that ends without a word has failed. */
function waitForAnswer(child: ChildProcess, job: FlowJob): Promise<FlowAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(stuck), killAfterMs);
    child.once('message', (answer: FlowAnswer) => resolve(answer));
    child.once('exit', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGABRT' ? outOfMemory : ended);
    });
    child.send(job);
  });
}

const died = (kind: Failure['class'], name: string, message: string): FlowAnswer => ({
  type: 'died',
  failure: { class: kind, error: { name, message } },
});

const stuck = died('action_timeout', 'TimeoutError', 'An Action did not end, and was stopped.');
const ended = died('action_error', 'Error', 'An Action ended the process before it had settled.');
const outOfMemory = died(
  'action_error',
  'RangeError',
  `An Action used up its memory of ${maxMemoryMb} MB.`,
);
