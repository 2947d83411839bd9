import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
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
import { parseFrames } from '../protocol.ts';
import { startChild } from './start-child.ts';
import { isOutOfMemory, outOfMemory, waitForResult } from './wait-for-result.ts';

/**
 * Runs a flow in a fresh process with an empty environment and a bounded heap, which is killed at its deadline.
 * This guards against accidents: it is not a boundary against hostile code.
 */
export async function runInChild(job: FlowJob): Promise<IsolatedRun> {
  const { child, frames, output } = startChild();
  const written = Promise.all([frames, ...output].map(readAll));
  const errors = written.then(([, , err = '']) => err);
  const result = await waitForResult({ child, frames, errors }, job);
  child.kill('SIGKILL');
  const [reported = '', out = '', err = ''] = await written;
  if (result.type === 'unusable') throw toUsageError(result, job);
  const parsed = parseFrames(reported);
  const lostMemory = isOutOfMemory(child, err);
  const console = readConsole(parsed, {
    limits: job.limits,
    secrets: collectSecrets(job.actions),
    // What Node itself reports, out of memory or before it runs an Action, is no output of an Action.
    stray: lostMemory || parsed.length === 0 ? out : out + err,
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
