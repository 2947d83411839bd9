// Runs one flow in a worker of its own, and says what it came to.
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import { catchCrash } from './catch-crash.ts';
import type { PlaygroundJob, WorkerMessage } from './flow-job.ts';
import { harden } from './harden.ts';
import { runJob } from './run-job.ts';

globalThis.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<PlaygroundJob>) => {
    harden();
    // Bound: Actions may change what ports have in common, and would hear from it what is being said.
    const send = port?.postMessage.bind(port) as (message: WorkerMessage) => void;
    const crash = catchCrash();
    send({ type: 'ready' });
    runJob(data, crash, send).catch((thrown: unknown) =>
      send({
        type: 'died',
        failure: { class: 'platform_error', error: toErrorRecord(thrown) },
      }),
    );
  },
  { once: true },
);
