import type { SignupEvent } from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import { createMockEvent } from '@signup-actions/testing';
import {
  createCrashReporter,
  readConsole,
  type Crashes,
  type FlowJob,
  type Frame,
} from '@signup-actions/workbench';
import { toJob, type WorkerMessage } from '../run/flow-job.ts';
import { runInThisWorker } from '../run/run-in-this-worker.ts';
import type { WorkerRun } from '../run/run-in-worker.ts';
import type { ActionState } from '../state/playground-state.ts';

/** An Action whose handler has this body. */
export const toAction = (body: string, more: Partial<ActionState> = {}): ActionState => ({
  name: 'own',
  code: `exports.onExecutePreUserRegistration = async (event, api) => {\n${body}\n};\n`,
  secrets: [],
  configuration: [],
  ...more,
});

/** Runs a job in this process, and returns what the worker would send. */
export async function collectMessages(
  job: FlowJob,
  crashes: Crashes = createCrashReporter(),
): Promise<WorkerMessage[]> {
  const messages: WorkerMessage[] = [];
  await runInThisWorker(job, crashes, (message) => messages.push(message));
  return messages;
}

/** Runs Actions in this process, as the worker does. */
export async function run(
  actions: readonly ActionState[],
  event: SignupEvent = createMockEvent(),
): Promise<{ readonly job: FlowJob; readonly run: WorkerRun }> {
  const job = toJob(actions, event, []);
  const messages = await collectMessages(job);
  const result = messages.at(-1);
  if (result?.type === 'unusable') return { job, run: result };
  if (result?.type !== 'outcome') throw new Error(`ended with ${result?.type}`);
  const frames = messages.filter((message): message is Frame => message.type === 'output');
  const console = readConsole(frames, { limits: job.limits, secrets: collectSecrets(job.actions) });
  return { job, run: { ...result, console } };
}
