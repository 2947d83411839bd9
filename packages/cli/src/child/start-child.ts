import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { framesFd } from './frames.ts';

/** What V8 may keep, as the platform's smallest machines do. */
export const maxMemoryMb = 256;

/** A process for one run, and what can be read from it. */
export interface Child {
  readonly child: ChildProcess;
  readonly frames: Readable;
  /** What was written past the streams of Node. */
  readonly output: readonly Readable[];
}

/** The built child lies beside the built command; run from its sources, the command starts its sources. */
const isSource = import.meta.url.endsWith('.ts');
const childFile = new URL(isSource ? '../child.ts' : './child.js', import.meta.url);

/** Starts a process with an empty environment and bounded memory; it ends when this one does. */
export function startChild(): Child {
  const child = fork(fileURLToPath(childFile), {
    env: {},
    execArgv: [
      `--max-old-space-size=${maxMemoryMb}`,
      // Warnings about Node's own features are not about the Actions.
      '--disable-warning=ExperimentalWarning',
      ...(isSource ? ['--conditions=@signup-actions/source'] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  // One that is stuck in a loop would not notice that nobody waits for it.
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  return {
    child,
    frames: child.stdio[framesFd] as Readable,
    output: [child.stdout, child.stderr].filter((stream) => stream !== null),
  };
}
