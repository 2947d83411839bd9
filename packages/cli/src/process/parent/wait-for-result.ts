import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Failure } from '@signup-actions/runtime-core';
import {
  graceMs,
  toFailure,
  toStuck,
  type FlowJob,
  type FlowResult,
} from '@signup-actions/workbench';
import { explainFileError } from '../../files/read-text.ts';
import { UsageError } from '../../usage-error.ts';

/** Starting a process takes long on a busy machine, which no Action is to blame for. */
const maxStartMs = 30_000;

/** Processes that an Action has started may keep the pipes of the child open; this is how long to wait for them. */
export const maxDrainMs = 200;

/** A process that runs a flow. */
export interface Runner {
  readonly child: ChildProcess;
  /** The first one says that the process is ready: from then on, an Action may be to blame. */
  readonly frames: Readable;
  /** What the process has written to standard error so far. */
  readonly readErrors: () => string;
}

/**
 * The child's result, or why it gave none: a process that ends without a result has failed. Rejects with the reason
 * of `stop`, and with a {@link UsageError} if the machine fails to start the process.
 */
export function waitForResult(
  { child, frames, readErrors }: Runner,
  job: FlowJob,
  stop: AbortSignal,
): Promise<FlowResult> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      settle();
    };
    const onStop = (): void => finish(() => reject(stop.reason as Error));
    const die = (failure: Failure): void => finish(() => resolve({ type: 'died', failure }));
    const failToStart = (why: string): void =>
      finish(() => reject(new UsageError(`${start}: ${why}.`)));
    const onEnd = (): void => {
      if (isReady) return die(ended);
      const [error = 'no error'] = /^\w*Error\b.*/m.exec(readErrors()) ?? [];
      failToStart(`it ended with ${error}`);
    };
    let timer = setTimeout(
      () => failToStart(`it was not ready after ${maxStartMs / 1_000} seconds`),
      maxStartMs,
    );
    stop.addEventListener('abort', onStop);
    if (stop.aborted) return onStop();
    frames.once('data', () => {
      isReady = true;
      clearTimeout(timer);
      timer = setTimeout(() => die(toStuck(job.limits)), job.limits.flowTimeoutMs + graceMs);
    });
    child.once('message', (result: FlowResult) => finish(() => resolve(result)));
    child.once('error', (error) => failToStart(explainFileError(error)));
    // A result may still arrive after `exit`, and `close` does not come while another process holds the pipes.
    child.once('close', onEnd);
    child.once('exit', () => {
      clearTimeout(timer);
      // On a busy machine, a result that has arrived may not be read yet: it is before the next turn.
      timer = setTimeout(() => setImmediate(onEnd), maxDrainMs);
    });
    // If the child is gone already, `close` follows.
    child.send(job, () => {});
  });
}

const start = 'Failed to start a process for the Actions';

const ended = toFailure(
  'action_error',
  'Error',
  'An Action ended the process before it had settled.',
);
