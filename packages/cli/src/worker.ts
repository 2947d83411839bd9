// Runs one flow in a thread of its own, and answers its outcome.
import { parentPort, workerData } from 'node:worker_threads';
import { createRuntime, redact } from '@signup-actions/runtime-core';
import { UsageError } from './usage-error.ts';
import type { FlowAnswer, FlowJob } from './worker/flow-job.ts';
import { loadHandler } from './worker/load-handler.ts';

const job = workerData as FlowJob;

parentPort?.postMessage(await run(job));

async function run({ actions, event, cache }: FlowJob): Promise<FlowAnswer> {
  const store = new Map(cache);
  try {
    const bound = actions.map((action) => ({
      name: action.name,
      handler: loadHandler(action),
      secrets: action.secrets,
    }));
    const runtime = createRuntime({ cache: store, clock: preciseClock });
    const outcome = await runtime.run({ event, actions: bound });
    // A worker's message is out of the process's hands: no secret leaves in it.
    return { type: 'outcome', outcome: redact(outcome), cache: [...store] };
  } catch (error) {
    if (error instanceof UsageError) return { type: 'unusable', message: error.message };
    throw error;
  }
}

/** Fractions of a millisecond, since that is what most Actions take. */
function preciseClock(): number {
  return performance.timeOrigin + performance.now();
}
