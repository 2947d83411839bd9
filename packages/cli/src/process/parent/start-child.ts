import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { toInspectArguments, type InspectOptions, type Listening } from '../inspect.ts';
import { endMark, framesFd } from '../protocol.ts';
import { forkChild, takeForked } from './fork-child.ts';
import { maxDrainMs, type Runner } from './wait-for-result.ts';

/** A process outside the group may write forever. */
const maxDrainTurns = 10;

/** Far more than is ever shown. Frames are limited by the child. */
const maxStrayCharacters = 1_000_000;

/** A child process, and what it writes. */
export interface Child extends Runner {
  /** Ends the process and what it has started, and returns what was written since the last flow that was taken. */
  readonly end: () => Promise<Written>;
  /** Waits until everything is read that was written during the flow which is over. */
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
export function startChild({ inspect, onListening }: InspectOptions = {}): Child {
  const child = (inspect ? undefined : takeForked()) ?? forkChild(toInspectArguments(inspect));
  child.on('message', (said: Partial<Listening>) => {
    if (said.url !== undefined) onListening?.(said.url);
  });
  const kill = (): void => killGroup(child);
  process.once('exit', kill);
  const frames = child.stdio[framesFd] as Readable;
  const written = {
    frames: collect(frames, Infinity),
    out: collect(child.stdout, maxStrayCharacters),
    err: collect(child.stderr, maxStrayCharacters),
  };
  const streams = Object.values(written);
  const take = (): Written => ({
    frames: written.frames.take(),
    out: written.out.take(),
    err: written.err.take(),
  });
  const countRead = (): number => streams.reduce((sum, stream) => sum + stream.read().length, 0);
  return {
    child,
    frames,
    readErrors: written.err.read,
    async takeFlow() {
      await written.frames.waitForMark();
      // What was written before the mark can be read by now: it takes a turn for each part that fits into a pipe.
      for (let before = -1; before !== countRead(); await setImmediate()) before = countRead();
      return take();
    },
    async end() {
      kill();
      process.removeListener('exit', kill);
      await waitUntilClosed(child, countRead);
      return take();
    },
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
  if (child.connected) child.disconnect();
  child.unref();
}

/** What is read from a stream. */
interface Collected {
  /** What has come since the last time that it was taken. */
  readonly read: () => string;
  /** The same up to the mark if there is one, and forgets it. */
  readonly take: () => string;
  /** Waits for the mark after a flow, and for the end of the stream. */
  readonly waitForMark: () => Promise<void>;
}

/** Reads a stream up to a limit for each flow. */
function collect(stream: Readable | null, maxCharacters: number): Collected {
  let text = '';
  let onMark: (() => void) | undefined;
  const hasMark = (): boolean => text.endsWith(endMark);
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    if (text.length < maxCharacters) text += chunk;
    else if (chunk.endsWith(endMark)) text += endMark;
    if (onMark && hasMark()) onMark();
  });
  stream?.on('error', () => {});
  stream?.on('close', () => onMark?.());
  return {
    read: () => text,
    take() {
      const taken = hasMark() ? text.slice(0, -endMark.length) : text;
      text = '';
      return taken;
    },
    waitForMark: () =>
      new Promise((resolve) => {
        onMark = () => {
          onMark = undefined;
          resolve();
        };
        if (!stream || stream.closed || hasMark()) onMark();
      }),
  };
}
