import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { ExploreJob } from '../explore-protocol.ts';
import { toFlowBytes } from '../flow-bytes.ts';
import { toInspectArguments, type Inspect } from '../inspect.ts';
import { flowsFd, framesFd, type FlowMessage } from '../protocol.ts';
import { collectFrames, collectText } from './collect.ts';
import { forkChild, takeForked } from './fork-child.ts';
import { maxDrainMs, type Runner } from './wait-for-result.ts';

/** A process outside the group may write forever. */
const maxDrainTurns = 10;

/** Far more than is ever shown. Frames are limited by the child. */
const maxStrayCharacters = 1_000_000;

/** A child process, and what it writes. */
export interface Child extends Runner {
  /** Sends flows, or what to explore. The process runs one flow after another while it is reusable. */
  readonly send: (...messages: readonly (ExploreJob | FlowMessage)[]) => void;
  /** Ends the process and what it has started, and returns what was written since the last flow that was taken. */
  readonly end: () => Promise<Written>;
  /** Waits until everything is read that was written during the flow whose result was taken. */
  readonly takeFlow: () => Promise<Written>;
}

/** What a child process wrote. */
export interface Written {
  readonly frames: string;
  /** Past Node's streams. */
  readonly out: string;
  readonly err: string;
}

const isPosix = process.platform !== 'win32';

/**
 * Starts a process with an empty environment and bounded memory. It ends when this one does, however that happens: its
 * watchdog sees to it.
 */
export const startChild = (inspect?: Inspect): Child =>
  watchChild((inspect ? undefined : takeForked()) ?? forkChild(toInspectArguments(inspect)));

/** Starts a process that explores an Action, in the same way. */
export const startExplorer = (): Child => watchChild(forkChild([], 'explorer'));

function watchChild(child: ChildProcess): Child {
  const kill = (): void => killGroup(child);
  process.once('exit', kill);
  const flows = child.stdio[flowsFd] as Writable;
  // That the process is gone is noticed by its end.
  flows.on('error', () => {});
  const frames = collectFrames(child.stdio[framesFd] as Readable);
  const out = collectText(child.stdout, maxStrayCharacters);
  const err = collectText(child.stderr, maxStrayCharacters);
  const countRead = (): number =>
    [frames, out, err].reduce((sum, stream) => sum + stream.read().length, 0);
  let ended: Promise<Written> | undefined;
  async function end(): Promise<Written> {
    kill();
    process.removeListener('exit', kill);
    await waitUntilClosed(child, countRead);
    return { frames: frames.takeAll(), out: out.take(), err: err.take() };
  }
  return {
    child,
    frames,
    readErrors: err.read,
    send: (...messages) => void flows.write(toFlowBytes(messages)),
    async takeFlow() {
      await Promise.all([out.waitForMark(), err.waitForMark()]);
      return { frames: frames.take(), out: out.take(), err: err.take() };
    },
    end: () => (ended ??= end()),
  };
}

function killGroup(child: ChildProcess): void {
  child.kill('SIGKILL');
  if (!isPosix || child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}

/** Waits until the pipes of a killed process are read to their ends, which a process outside its group can prevent. */
async function waitUntilClosed(child: ChildProcess, countRead: () => number): Promise<void> {
  const { exitCode, signalCode, stdio } = child;
  const hasEnded = exitCode !== null || signalCode !== null;
  const isClosed = hasEnded && stdio.every((stream) => !stream || stream.closed);
  const hasPid = child.pid !== undefined;
  if (!isClosed && hasPid) {
    const closed = once(child, 'close').then(() => true);
    // On a busy machine, what has been written may not be read yet.
    for (let turn = 0, before = -1; turn < maxDrainTurns && countRead() !== before; turn += 1) {
      before = countRead();
      if (await Promise.race([closed, setTimeout(maxDrainMs, false, { ref: false })])) break;
      await setImmediate();
    }
  }
  for (const stream of stdio) stream?.destroy();
  child.unref();
}
