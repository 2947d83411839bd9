import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Failure } from '@signup-actions/runtime-core';
import type { FlowAnswer, FlowJob } from './flow-job.ts';
import { maxMemoryMb } from './start-child.ts';

/** Past the flow's own time a process that still runs is stuck in a loop: no timer of its own can fire. */
const graceMs = 1_000;

/** A machine that is busy takes its time to start a process, which is no Action's fault. */
const maxStartMs = 30_000;

/** The child's answer, or why it never gave one: a process that ends without a word has failed. */
export function waitForAnswer(
  child: ChildProcess,
  frames: Readable,
  job: FlowJob,
): Promise<FlowAnswer> {
  return new Promise((resolve) => {
    const stop = (ms: number): NodeJS.Timeout => setTimeout(() => resolve(stuck), ms);
    let timer = stop(maxStartMs);
    frames.once('data', () => {
      clearTimeout(timer);
      timer = stop(job.limits.flowTimeoutMs + graceMs);
    });
    child.once('message', (answer: FlowAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.once('error', ({ message }) => resolve(died('platform_error', 'Error', message)));
    // Not `exit`: by then an answer may still be on its way.
    child.once('close', () => {
      clearTimeout(timer);
      resolve(ended);
    });
    // A child that is gone already has said so by closing.
    child.send(job, () => {});
  });
}

const toFailure = (kind: Failure['class'], name: string, message: string): Failure => ({
  class: kind,
  error: { name, message },
});

const died = (...failure: Parameters<typeof toFailure>): FlowAnswer => ({
  type: 'died',
  failure: toFailure(...failure),
});

const stuck = died('action_timeout', 'TimeoutError', 'An Action did not end, and was stopped.');
const ended = died('action_error', 'Error', 'An Action ended the process before it had settled.');

/** Why a process failed that V8 has given up. */
export const outOfMemory: Failure = toFailure(
  'action_error',
  'RangeError',
  `An Action used up its memory of ${maxMemoryMb} MB.`,
);

/** Whether V8 has given the process up; `errors` is what it wrote to standard error. */
export const isOutOfMemory = ({ signalCode }: ChildProcess, errors: string): boolean =>
  signalCode === 'SIGABRT' && errors.includes('heap out of memory');
