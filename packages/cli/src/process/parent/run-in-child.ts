import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import {
  readConsole,
  toTerminatedOutcome,
  type FlowJob,
  type FlowResult,
  type IsolatedRun,
} from '@signup-actions/workbench';
import { toPrintable } from '../../print/paint.ts';
import { UsageError } from '../../usage-error.ts';
import { framesFd, parseFrames } from '../protocol.ts';
import { isOutOfMemory, maxMemoryMb, outOfMemory, waitForResult } from './wait-for-result.ts';

/**
 * Runs a flow in a fresh process with an empty environment and a bounded heap, which is killed at its deadline.
 * This guards against accidents: it is not a boundary against hostile code.
 */
export async function runInChild(job: FlowJob): Promise<IsolatedRun> {
  const { child, frames, output } = startChild();
  const written = Promise.all([frames, ...output].map(readAll));
  const result = await waitForResult(child, frames, job);
  child.kill('SIGKILL');
  const [reported = '', out = '', err = ''] = await written;
  if (result.type === 'unusable') throw toUsageError(result, job);
  const parsed = parseFrames(reported);
  const lostMemory = isOutOfMemory(child, err);
  const console = readConsole(parsed, {
    limits: job.limits,
    secrets: collectSecrets(job.actions),
    // Drop V8's own out-of-memory report.
    stray: lostMemory ? out : out + err,
    toPrintable,
  });
  if (result.type === 'outcome') return { ...result, console };
  const failure = lostMemory ? outOfMemory : result.failure;
  const outcome = toTerminatedOutcome(job, parsed, failure);
  return { outcome, diagnosticSites: [], cache: job.cache, console };
}

const readAll = (stream: Readable): Promise<string> => text(stream);

function toUsageError(
  { action, message }: Extract<FlowResult, { type: 'unusable' }>,
  { actions }: FlowJob,
): UsageError {
  const { file = action } = actions.find(({ name }) => name === action) ?? {};
  return new UsageError(`Failed to run ${file}. ${message}`);
}

/** A child process, and what it writes. */
interface Child {
  readonly child: ChildProcess;
  readonly frames: Readable;
  /** What is written past Node's streams. */
  readonly output: readonly Readable[];
}

/** The built child lies beside the built command; run from its sources, the command starts its sources. */
const isSource = import.meta.url.endsWith('.ts');
const childFile = new URL(isSource ? '../child/child.ts' : './child.js', import.meta.url);

/** Starts a process with an empty environment and bounded memory, which ends when this one does. */
function startChild(): Child {
  const { NODE_COMPILE_CACHE } = process.env;
  const child = fork(fileURLToPath(childFile), {
    // Compiling the sources takes most of the time that a child needs to start. The child deletes this variable.
    env: isSource && NODE_COMPILE_CACHE !== undefined ? { NODE_COMPILE_CACHE } : {},
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
  // A child stuck in a loop would not notice that its parent is gone.
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  return {
    child,
    frames: child.stdio[framesFd] as Readable,
    output: [child.stdout, child.stderr].filter((stream) => stream !== null),
  };
}
