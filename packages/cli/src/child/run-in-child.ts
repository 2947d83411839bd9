import { type Outcome } from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { UsageError } from '../usage-error.ts';
import { readConsole, type ConsoleTexts } from './console-texts.ts';
import type { CacheEntries, FlowJob } from './flow-job.ts';
import { parseFrames } from './frames.ts';
import { startChild } from './start-child.ts';
import { toDeadOutcome } from './to-dead-outcome.ts';
import { isOutOfMemory, outOfMemory, waitForAnswer } from './wait-for-answer.ts';

/** What came of a flow that ran in a child process. */
export interface ChildRun {
  readonly outcome: Outcome;
  /** Where in the source the call of each diagnostic was made, in their order. */
  readonly diagnosticSites: readonly (string | undefined)[];
  /** What the cache holds now. */
  readonly cache: CacheEntries;
  /** What the Actions wrote to the console. */
  readonly console: ConsoleTexts;
}

/**
 * Runs a flow in a fresh process with an empty environment and a bounded heap, killed at its deadline.
 * This guards against accidents: it is no boundary against hostile code.
 */
export async function runInChild(job: FlowJob): Promise<ChildRun> {
  const { child, frames, output } = startChild();
  const written = Promise.all([frames, ...output].map(readAll));
  const answer = await waitForAnswer(child, frames, job);
  child.kill('SIGKILL');
  const [said = '', out = '', err = ''] = await written;
  if (answer.type === 'unusable') throw new UsageError(answer.message);
  const parsed = parseFrames(said);
  const lostMemory = isOutOfMemory(child, err);
  // What V8 says when it runs out of memory is about V8.
  const stray = lostMemory ? out : out + err;
  const console = readConsole(parsed, stray, collectSecrets(job.actions), job.limits);
  if (answer.type === 'outcome') return { ...answer, console };
  const failure = lostMemory ? outOfMemory : answer.failure;
  const outcome = toDeadOutcome(job, parsed, failure);
  return { outcome, diagnosticSites: [], cache: job.cache, console };
}

const readAll = (stream: Readable): Promise<string> => text(stream);
