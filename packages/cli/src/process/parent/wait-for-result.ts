import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Failure } from '@signup-actions/runtime-core';
import {
  graceMs,
  stuck,
  toFailure,
  type FlowJob,
  type FlowResult,
} from '@signup-actions/workbench';

/** The heap that V8 may use, as on the platform's smallest machines. */
export const maxMemoryMb = 256;

/** Starting a process takes long on a busy machine, which no Action is to blame for. */
const maxStartMs = 30_000;

/** A process that runs a flow. */
export interface Runner {
  readonly child: ChildProcess;
  /** The first one says that the process is ready: from then on, an Action may be to blame. */
  readonly frames: Readable;
  /** Everything that the process has written to standard error, once it has ended. */
  readonly errors: Promise<string>;
}

/** The child's result, or why it gave none: a process that ends without a result has failed. */
export function waitForResult(
  { child, frames, errors }: Runner,
  job: FlowJob,
): Promise<FlowResult> {
  return new Promise((resolve) => {
    const stopAfter = (ms: number, failure: Failure): NodeJS.Timeout =>
      setTimeout(() => resolve(toDied(failure)), ms);
    let isReady = false;
    let timer = stopAfter(maxStartMs, notReady);
    frames.once('data', () => {
      isReady = true;
      clearTimeout(timer);
      timer = stopAfter(job.limits.flowTimeoutMs + graceMs, stuck);
    });
    child.once('message', (result: FlowResult) => {
      clearTimeout(timer);
      resolve(result);
    });
    child.once('error', ({ message }) =>
      resolve(toDied(toFailure('platform_error', 'Error', message))),
    );
    // Not `exit`, after which a result may still arrive.
    child.once('close', async () => {
      clearTimeout(timer);
      resolve(toDied(isReady ? ended : toStartFailure(await errors)));
    });
    // If the child is gone already, `close` follows.
    child.send(job, () => {});
  });
}

const toDied = (failure: Failure): FlowResult => ({ type: 'died', failure });

const ended = toFailure(
  'action_error',
  'Error',
  'An Action ended the process before it had settled.',
);

const notReady = toFailure(
  'platform_error',
  'Error',
  `Failed to start a process for the Actions: it was not ready after ${maxStartMs} ms.`,
);

const toStartFailure = (errors: string): Failure => {
  const [error = 'no error'] = /^\w*Error\b.*/m.exec(errors) ?? [];
  return toFailure(
    'platform_error',
    'Error',
    `Failed to start a process for the Actions: it ended with ${error}`,
  );
};

/** Why a flow fails whose process ran out of memory. */
export const outOfMemory: Failure = toFailure(
  'action_error',
  'RangeError',
  `An Action used up its memory of ${maxMemoryMb} MB.`,
);

/** Whether V8 ended the process for lack of memory; `errors` is what it wrote to standard error. */
export const isOutOfMemory = ({ signalCode }: ChildProcess, errors: string): boolean =>
  signalCode === 'SIGABRT' && errors.includes('heap out of memory');
