import {
  addRunDiagnostics,
  hiddenSecrets,
  readConsole,
  toFailure,
  toTerminatedOutcome,
  type FlowJob,
  type IsolatedRun,
} from '@signup-actions/workbench';
import { toPrintable } from '../../print/paint.ts';
import { withoutInspectorLines } from '../inspect.ts';
import { parseFrames } from '../frames.ts';
import type { ResultMessage } from '../protocol.ts';
import { findLostMemory } from './find-lost-memory.ts';
import type { Child, Written } from './start-child.ts';
import { toUsageError } from './to-usage-error.ts';
import { waitForResult, type Waiting } from './wait-for-result.ts';

/** A flow that has run in a child process. */
export interface RunInChild {
  readonly run: IsolatedRun;
  /** Whether the process can run another flow with the same Actions. Otherwise the caller ends it. */
  readonly isReusable: boolean;
}

/** How a flow runs in a child process. */
export interface RunInChildOptions extends Omit<Waiting, 'limits'> {
  /** Receives the files that Actions have required. */
  readonly onRequired?: ((files: readonly string[]) => void) | undefined;
}

/**
 * Runs the flow that was sent to a child process, which has an empty environment and bounded memory, and ends the process
 * at the flow's deadline. This guards against accidents: it is not a boundary against hostile code. Rejects with the
 * reason of `stop`, and with a {@link StartError} if the process never begins the flow. The process is ended then.
 */
export async function runInChild(
  started: Child,
  job: FlowJob,
  { onRequired = () => {}, ...waiting }: RunInChildOptions,
): Promise<RunInChild> {
  const { limits } = job;
  const { result, isReusable, written, time } = await waitAndTake(started, { limits, ...waiting });
  const { frames, stray } = parseFrames(written.frames);
  for (const frame of frames) if (frame.type === 'required') onRequired(frame.files);
  if (result.type === 'unusable') {
    await started.end();
    throw await toUsageError(result, job.actions);
  }
  const lost = findLostMemory(started.child, written.err);
  const console = readConsole(frames, {
    limits,
    secrets: hiddenSecrets(job.actions, job.event),
    // Drop V8's own out-of-memory report.
    stray: written.out + (lost === undefined ? withoutInspectorLines(written.err) : '') + stray,
    toPrintable,
  });
  const requests = frames.flatMap((frame) => (frame.type === 'request' ? [frame.request] : []));
  if (result.type === 'outcome') {
    return { run: { ...addRunDiagnostics(result, frames), console, requests }, isReusable };
  }
  const failure =
    lost === undefined ? result.failure : toFailure('action_error', 'RangeError', lost);
  const terminated = toTerminatedOutcome(job, frames, { failure, time });
  return { run: { ...addRunDiagnostics(terminated, frames), console, requests }, isReusable };
}

interface TakenResult extends ResultMessage {
  readonly written: Written;
  readonly time: number;
}

/** Waits for a child's result, and for what was written up to then. */
async function waitAndTake(child: Child, waiting: Waiting): Promise<TakenResult> {
  try {
    const message = await waitForResult(child, waiting);
    const time = Date.now();
    const written = await (message.isMarked ? child.takeFlow() : child.end());
    return { ...message, written, time };
  } catch (error) {
    await child.end();
    throw error;
  }
}
