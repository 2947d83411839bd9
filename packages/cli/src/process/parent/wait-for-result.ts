import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Failure } from '@signup-actions/runtime-core';
import { graceMs, toFailure, toStuck } from '@signup-actions/workbench';
import { explainFileError } from '../../files/read-text.ts';
import { UsageError } from '../../usage-error.ts';
import type { Listening } from '../inspect.ts';
import type { FlowMessage, ResultMessage } from '../protocol.ts';

/** Starting a process takes long on a busy machine, which no Action is to blame for. */
const maxStartMs = 30_000;

/** Processes that an Action has started may keep the pipes of the child open; this is how long to wait for them. */
export const maxDrainMs = 200;

/** The process ended, or never was ready, before it ran the flow. */
export class StartError extends UsageError {}

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
 * of `stop`, and with a {@link StartError} if the process never begins the flow.
 */
export function waitForResult(
  { child, frames, readErrors }: Runner,
  message: FlowMessage,
  stop: AbortSignal,
): Promise<ResultMessage> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      frames.off('data', onReady);
      child.off('message', onMessage).off('error', onError).off('close', onEnd).off('exit', onExit);
      settle();
    };
    const onStop = (): void => finish(() => reject(stop.reason as Error));
    const onResult = (result: ResultMessage): void => finish(() => resolve(result));
    const onMessage = (said: ResultMessage | Listening): void => {
      if (!('type' in said)) return onResult(said);
      // From now on it may wait for the debugger, for as long as the user likes.
      clearTimeout(timer);
      if (said.url === undefined) finish(() => reject(new UsageError(notListening)));
    };
    const die = (failure: Failure): void =>
      onResult({ result: { type: 'died', failure }, isReusable: false });
    const failToStart = (why: string): void =>
      finish(() => reject(new StartError(`${start}: ${why}.`)));
    const onError = (error: Error): void => failToStart(explainFileError(error));
    const onEnd = (): void => {
      if (isReady) return die(ended);
      const [error = 'no error'] = /^\w*Error\b.*/m.exec(readErrors()) ?? [];
      failToStart(`it ended with ${error}`);
    };
    const onReady = (): void => {
      isReady = true;
      clearTimeout(timer);
      const { limits } = message;
      timer = setTimeout(() => die(toStuck(limits)), limits.flowTimeoutMs + graceMs);
    };
    const onExit = (): void => {
      clearTimeout(timer);
      // On a busy machine, a result that has arrived may not be read yet: it is before the next turn.
      timer = setTimeout(() => setImmediate(onEnd), maxDrainMs);
    };
    let timer = setTimeout(
      () => failToStart(`it was not ready after ${maxStartMs / 1_000} seconds`),
      maxStartMs,
    );
    stop.addEventListener('abort', onStop);
    if (stop.aborted) return onStop();
    frames.once('data', onReady);
    child.on('message', onMessage).on('error', onError);
    // A result may still arrive after `exit`, and `close` does not come while another process holds the pipes.
    child.on('close', onEnd).on('exit', onExit);
    // A child that is gone already says so once only.
    if (child.exitCode !== null || child.signalCode !== null) onExit();
    // If the child is gone already, `close` follows.
    child.send(message, () => {});
  });
}

const start = 'Failed to start a process for the Actions';

const notListening =
  'Failed to open a debugger: the address is not free, or not of this machine.\nPass another with --inspect=HOST:PORT; port 0 is any that is free.';

const ended = toFailure(
  'action_error',
  'Error',
  'An Action ended the process before it had settled.',
);
