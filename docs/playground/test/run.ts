import type { SignupEvent } from '@signup-actions/runtime-core';
import { collectSecrets } from '@signup-actions/runtime-core/internal';
import { createMockEvent } from '@signup-actions/testing';
import {
  createCrashReporter,
  readConsole,
  type Crashes,
  type Frame,
} from '@signup-actions/workbench';
import {
  toActions,
  toJob,
  type Signup,
  type WorkerJob,
  type WorkerMessage,
} from '../run/flow-job.ts';
import { runInThisWorker } from '../run/run-in-this-worker.ts';
import type { WorkerRun } from '../run/run-in-worker.ts';
import type { ActionState, ModuleState } from '../state/playground-state.ts';

/** An Action whose handler has this body. */
export const toAction = (body: string, more: Partial<ActionState> = {}): ActionState => ({
  name: 'own',
  code: `exports.onExecutePreUserRegistration = async (event, api) => {\n${body}\n};\n`,
  secrets: [],
  configuration: [],
  ...more,
});

/** A job of these Actions for one signup, with an empty cache. */
export const toTestJob = (
  actions: readonly ActionState[],
  { modules, ...signup }: Partial<Signup> & { readonly modules?: ModuleState[] } = {},
): WorkerJob =>
  toJob(toActions({ actions: [...actions], modules }), {
    event: createMockEvent(),
    cache: [],
    clockOffsetMs: 0,
    ...signup,
  });

/** Runs a job in this process, and returns what the worker would send. */
export async function collectMessages(
  job: WorkerJob,
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
): Promise<{ readonly job: WorkerJob; readonly run: WorkerRun }> {
  const job = toTestJob(actions, { event });
  const messages = await collectMessages(job);
  const result = messages.at(-1);
  if (result?.type === 'unusable') return { job, run: result };
  if (result?.type !== 'outcome') throw new Error(`ended with ${result?.type}`);
  const frames = messages.filter((message): message is Frame => message.type === 'output');
  const console = readConsole(frames, { limits: job.limits, secrets: collectSecrets(job.actions) });
  return { job, run: { ...result, console, requests: [] } };
}
