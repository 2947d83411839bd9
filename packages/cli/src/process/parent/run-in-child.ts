import type { ChildProcess } from 'node:child_process';
import {
  addRunDiagnostics,
  hiddenSecrets,
  readConsole,
  toFailure,
  toTerminatedOutcome,
  type FlowJob,
  type FlowResult,
  type IsolatedRun,
} from '@signup-actions/workbench';
import { toPrintable } from '../../print/paint.ts';
import { UsageError } from '../../usage-error.ts';
import { maxMemoryMb, maxProcessMb, memorySignal, parseFrames } from '../protocol.ts';
import { explainMissing } from './explain-missing.ts';
import { startChild, type Child, type Written } from './start-child.ts';
import { waitForResult } from './wait-for-result.ts';

/**
 * Runs a flow in a fresh process with an empty environment and bounded memory, which is killed at its deadline.
 * This guards against accidents: it is not a boundary against hostile code. Rejects with the reason of `stop`.
 * `onRequired` receives the files that Actions have required.
 */
export async function runInChild(
  job: FlowJob,
  stop: AbortSignal,
  onRequired: (files: readonly string[]) => void = () => {},
): Promise<IsolatedRun> {
  const started = startChild();
  const { result, written, time } = await waitAndEnd(started, job, stop);
  const { frames, stray } = parseFrames(written.frames);
  for (const frame of frames) if (frame.type === 'required') onRequired(frame.files);
  if (result.type === 'unusable') throw toUsageError(result, job);
  const lost = findLostMemory(started.child, written.err);
  const console = readConsole(frames, {
    limits: job.limits,
    secrets: hiddenSecrets(job.actions, job.event),
    // Drop V8's own out-of-memory report.
    stray: written.out + (lost === undefined ? written.err : '') + stray,
    toPrintable,
  });
  if (result.type === 'outcome') return { ...addRunDiagnostics(result, frames), console };
  const failure =
    lost === undefined ? result.failure : toFailure('action_error', 'RangeError', lost);
  const terminated = toTerminatedOutcome(job, frames, { failure, time });
  return { ...addRunDiagnostics(terminated, frames), console };
}

/** Waits for a child's result, and ends the child also if there is none. */
async function waitAndEnd(
  child: Child,
  job: FlowJob,
  stop: AbortSignal,
): Promise<{ readonly result: FlowResult; readonly written: Written; readonly time: number }> {
  try {
    const result = await waitForResult(child, job, stop);
    const time = Date.now();
    return { result, written: await child.end(), time };
  } catch (error) {
    await child.end();
    throw error;
  }
}

function toUsageError(
  { action, message }: Extract<FlowResult, { type: 'unusable' }>,
  { actions }: FlowJob,
): UsageError {
  const found = actions.find(({ name }) => name === action);
  if (!found) return new UsageError(`Failed to run ${action}. ${message}`);
  // What a module of the Action requires is missing near the module.
  const lines = message.split('\n');
  const source = found.modules?.find(({ file }) => lines.includes(`- ${file}`)) ?? found;
  return new UsageError(`Failed to run ${source.file}. ${explainMissing(message, source)}`);
}

/** Which memory an Action used up, if that ended the process; `errors` is what the process wrote to standard error. */
function findLostMemory({ signalCode }: ChildProcess, errors: string): string | undefined {
  if (signalCode === memorySignal) {
    return `An Action used up the memory of its process, ${maxProcessMb} MB: look for large buffers.`;
  }
  const isHeap = signalCode === 'SIGABRT' && errors.includes('heap out of memory');
  return isHeap ? `An Action used up its memory of ${maxMemoryMb} MB.` : undefined;
}
