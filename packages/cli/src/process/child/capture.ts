// What Actions do besides calling the api is captured together with the name of the Action.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createSecretSearch } from '@signup-actions/runtime-core/internal';
import {
  createCrashReporter,
  createOutputLimit,
  hiddenSecrets,
  type Crashes,
  type DiagnosticSender,
  type FlowJob,
} from '@signup-actions/workbench';
import { sendFrames } from '../frames.ts';
import { endedMessage } from '../protocol.ts';
import { removeOwnFrames } from '../../print/own-frames.ts';

/** Name of the Action whose code is running, including code that it left to run later. */
export const runningAction: AsyncLocalStorage<string> = new AsyncLocalStorage();

/** Captures output for one flow after another. */
export interface OutputCapture {
  /** From now on, output belongs to this flow. */
  readonly begin: (job: FlowJob, tell: DiagnosticSender) => void;
  /** From now on, output belongs to no flow, and is dropped. */
  readonly end: () => void;
}

/** From now on, whatever is printed goes to the parent process. */
export function captureOutput(): OutputCapture {
  let onOutput = (_text: string, _action: string | undefined): void => {};
  process.stdout.write = process.stderr.write = (
    chunk: string | Uint8Array,
    ...rest: readonly unknown[]
  ): boolean => {
    const whole = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    onOutput(removeOwnFrames(whole), runningAction.getStore());
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) process.nextTick(done);
    return true;
  };
  return {
    begin({ actions, event }, tell) {
      const limit = createOutputLimit();
      const { findIn } = createSecretSearch(hiddenSecrets(actions, event));
      onOutput = (whole, action) => {
        const text = limit(whole, action);
        if (text !== '') sendFrames({ type: 'output', action, text });
        const exposed = findIn(text);
        if (exposed !== undefined) tell('secret-exposed', exposed, action);
      };
    },
    end() {
      onOutput = () => {};
    },
  };
}

/** Captures crashes for one flow after another. */
export interface CrashCapture {
  /** From now on, crashes belong to a new flow. */
  readonly begin: () => Crashes;
  /** From now on, crashes belong to no flow. */
  readonly end: () => void;
  /** Whether anything has crashed since the process started, in a flow or between two. */
  readonly hasCrashed: () => boolean;
}

/**
 * From now on, what would end the process is a crash: an unhandled rejection, an error in a timer, `process.exit`.
 * The flow fails, and what it has recorded so far is kept. `isLoading` tells whether the code of an Action is being loaded.
 */
export function captureCrashes(isLoading: () => boolean): CrashCapture {
  let crashes = createCrashReporter();
  let hasCrashed = false;
  const report: typeof crashes.report = (...crash) => {
    hasCrashed = true;
    crashes.report(...crash);
  };
  process.on('uncaughtException', (thrown) => report(thrown, runningAction.getStore()));
  process.exit = (): never => {
    const error = new Error(endedMessage);
    hasCrashed = true;
    // While its code loads, throwing is enough: the Action fails when its turn comes.
    if (!isLoading()) report(error);
    // The code after the call must not run.
    throw error;
  };
  const renew = (): Crashes => (crashes = createCrashReporter());
  return { begin: renew, end: renew, hasCrashed: () => hasCrashed };
}
