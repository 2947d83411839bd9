// Runs one flow in a process of its own, and answers its outcome.
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import { catchOutput } from './child/catch-output.ts';
import { catchCrash } from './child/crash.ts';
import type { FlowAnswer, FlowJob } from './child/flow-job.ts';
import { sendFrame } from './child/frames.ts';
import { runJob } from './child/run-job.ts';

const send = process.send?.bind(process);
const answer = (message: FlowAnswer): void => void send?.(message);
const toPlatformError = (thrown: unknown): FlowAnswer => ({
  type: 'died',
  failure: { class: 'platform_error', error: toErrorRecord(thrown) },
});
const exit = process.exit.bind(process);

// Whoever asked is gone: so is the reason to go on.
process.once('disconnect', () => exit());
process.once('message', (job: FlowJob) => {
  // The channel alone is no work that is left.
  process.channel?.unref();
  // On the platform there is nobody to send to.
  delete process.send;
  catchOutput();
  const crash = catchCrash();
  sendFrame({ type: 'ready' });
  void runJob(job, crash).then(answer, (thrown: unknown) => answer(toPlatformError(thrown)));
});
