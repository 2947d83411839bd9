// What Actions do besides calling the api is captured together with the name of the Action.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createSecretSearch } from '@signup-actions/runtime-core/internal';
import {
  createCallSite,
  createCrashReporter,
  createDiagnosticSender,
  createOutputLimit,
  hiddenSecrets,
  listSources,
  type Crashes,
  type FlowJob,
} from '@signup-actions/workbench';
import { sendFrame } from '../protocol.ts';
import { removeOwnFrames } from '../../print/own-frames.ts';

/** Name of the Action whose code is running, including code that it left to run later. */
export const runningAction: AsyncLocalStorage<string> = new AsyncLocalStorage();

/** From now on, whatever is printed goes to the parent process. */
export function captureOutput({ actions, event }: FlowJob): void {
  const limit = createOutputLimit();
  const { findIn } = createSecretSearch(hiddenSecrets(actions, event));
  const tell = createDiagnosticSender(
    sendFrame,
    createCallSite(listSources(actions).map(({ file }) => file)),
  );
  process.stdout.write = process.stderr.write = (
    chunk: string | Uint8Array,
    ...rest: readonly unknown[]
  ): boolean => {
    const action = runningAction.getStore();
    const whole = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const text = limit(removeOwnFrames(whole), action);
    if (text !== '') sendFrame({ type: 'output', action, text });
    const exposed = findIn(text);
    if (exposed !== undefined) tell('secret-exposed', exposed, action);
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) process.nextTick(done);
    return true;
  };
}

/**
 * From now on, what would end the process is a crash: an unhandled rejection, an error in a timer, `process.exit`.
 * The flow fails, and what it has recorded so far is kept.
 */
export function captureCrashes(): Crashes {
  const crashes = createCrashReporter();
  process.on('uncaughtException', (thrown) => crashes.report(thrown, runningAction.getStore()));
  process.exit = (): never => {
    const error = new Error('An Action ended the process before it had settled.');
    // While its code loads, throwing is enough: the Action fails when its turn comes.
    if (crashes.isHeard()) crashes.report(error);
    // The code after the call must not run.
    throw error;
  };
  return crashes;
}
