// Runs one flow in a process of its own, and answers its outcome.
import { createRuntime, redact } from '@signup-actions/runtime-core';
import type { FlowAnswer, FlowJob } from './child/flow-job.ts';
import { loadHandler } from './child/load-handler.ts';
import { UsageError } from './usage-error.ts';

const answer = (message: FlowAnswer): void => void process.send?.(message);

process.once('message', (job: FlowJob) => void run(job).then(answer));

// A promise that nobody awaits, or a timer that throws: on the platform too it is the Action that fails.
process.once('uncaughtException', ({ name, message }) =>
  answer({ type: 'died', failure: { class: 'action_error', error: { name, message } } }),
);

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
    // A message leaves the process: no secret leaves in it.
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
