import type { ChildProcess } from 'node:child_process';
import type { Failure, Limits } from '@signup-actions/runtime-core';
import { graceMs, toFailure, toStuck } from '@signup-actions/workbench';
import { explainFileError } from '../../files/read-text.ts';
import { UsageError } from '../../usage-error.ts';
import { endedMessage, type ResultMessage } from '../protocol.ts';
import type { CollectedFrames } from './collect.ts';

/** Starting a process takes long on a busy machine, which no Action is to blame for. */
export const maxStartMs = 30_000;

/** Processes that an Action has started may keep the pipes of the child open; this is how long to wait for them. */
export const maxDrainMs = 200;

/** The process ended, or never was ready, before it ran the flow. */
export class StartError extends UsageError {}

/** A process that runs a flow. */
export interface Runner {
  readonly child: ChildProcess;
  /** The first one says that the process has begun the flow: from then on, an Action may be to blame. */
  readonly frames: CollectedFrames;
  /** What the process has written to standard error so far. */
  readonly readErrors: () => string;
}

/** What to wait for, and for how long. */
export interface Waiting {
  readonly limits: Limits;
  readonly stop: AbortSignal;
  /** Receives what a debugger connects to. */
  readonly onListening?: ((url: string) => void) | undefined;
}

/**
 * The child's result of the next flow that was sent, or why it gave none: a process that ends without a result has
 * failed. Rejects with the reason of `stop`, and with a {@link StartError} if the process never begins the flow.
 */
export function waitForResult(
  { child, frames, readErrors }: Runner,
  { limits, stop, onListening }: Waiting,
): Promise<ResultMessage> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      stopReading();
      child.off('error', onError).off('close', onEnd).off('exit', onExit);
      settle();
    };
    const onStop = (): void => finish(() => reject(stop.reason as Error));
    const onResult = (result: ResultMessage): void => finish(() => resolve(result));
    const onRead = (): void => {
      const said = frames.takeRecord();
      if (!said) {
        if (frames.read() !== '') onReady();
        return;
      }
      if (!('type' in said)) return onResult(said);
      if (said.type !== 'listening') return;
      // From now on it may wait for the debugger, for as long as the user likes.
      clearTimeout(timer);
      if (said.url === undefined) return finish(() => reject(new UsageError(notListening)));
      onListening?.(said.url);
      onRead();
    };
    const die = (failure: Failure): void =>
      onResult({ result: { type: 'died', failure }, isMarked: false, isReusable: false });
    const failToStart = (why: string): void =>
      finish(() => reject(new StartError(`${start}: ${why}.`)));
    const onError = (error: Error): void => failToStart(explainFileError(error));
    const onEnd = (): void => {
      if (isReady) return die(ended);
      const [error = 'no error'] = /^\w*Error\b.*/m.exec(readErrors()) ?? [];
      failToStart(`it ended with ${error}`);
    };
    const onReady = (): void => {
      if (isReady) return;
      isReady = true;
      clearTimeout(timer);
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
    const stopReading = frames.onRead(onRead);
    stop.addEventListener('abort', onStop);
    if (stop.aborted) return onStop();
    child.on('error', onError);
    // A result may still arrive after `exit`, and `close` does not come while another process holds the pipes.
    child.on('close', onEnd).on('exit', onExit);
    // A child that is gone already says so once only.
    if (child.exitCode !== null || child.signalCode !== null) onExit();
    // It may have gone ahead of this one.
    onRead();
  });
}

const start = 'Failed to start a process for the Actions';

const notListening =
  'Failed to open a debugger: the address is not free, or not of this machine.\nPass another with --inspect=HOST:PORT; port 0 is any that is free.';

const ended = toFailure('action_error', 'Error', endedMessage);
