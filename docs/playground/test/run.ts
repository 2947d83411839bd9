import type { SignupEvent } from '@signup-actions/runtime-core';
import { createMockEvent } from '@signup-actions/testing';
import type { Crash } from '../../../packages/cli/src/child/crash.ts';
import { toJob, type PlaygroundJob, type WorkerMessage } from '../run/flow-job.ts';
import { runJob } from '../run/run-job.ts';
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

/** What a job says while it runs; `crash` is what happens beside the handlers. */
export async function listen(
  job: PlaygroundJob,
  crash: Crash = { listen: () => {} },
): Promise<WorkerMessage[]> {
  const messages: WorkerMessage[] = [];
  await runJob(job, crash, (message) => messages.push(message));
  return messages;
}

/** Runs Actions in this process, as the worker does. */
export async function run(
  actions: readonly ActionState[],
  event: SignupEvent = createMockEvent(),
): Promise<{ readonly job: PlaygroundJob; readonly run: WorkerRun }> {
  const job = toJob(actions, event, []);
  const messages = await listen(job);
  const console = new Map<string, string>();
  for (const message of messages) {
    if (message.type !== 'output') continue;
    const name = message.action ?? '';
    console.set(name, (console.get(name) ?? '') + message.text);
  }
  const answer = messages.at(-1);
  if (answer?.type === 'unusable') return { job, run: answer };
  if (answer?.type !== 'outcome') throw new Error(`ended with ${answer?.type}`);
  return { job, run: { ...answer, console } };
}
