// The program of the worker: runs one flow, sends its result to the page.
import { toErrorRecord } from '@signup-actions/runtime-core/internal';
import { createCrashReporter, type Crashes, type SeenRequest } from '@signup-actions/workbench';
import { respondToRequests, watchRequests } from './respond-to-requests.ts';
import type { WorkerJob, WorkerMessage } from './flow-job.ts';
import { harden } from './harden.ts';
import { moveClock } from './move-clock.ts';
import { runInThisWorker } from './run-in-this-worker.ts';

globalThis.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<WorkerJob>) => {
    harden();
    moveClock(data.clockOffsetMs);
    // Bound: Actions may replace what ports inherit, and could then read or change messages.
    const send = port?.postMessage.bind(port) as (message: WorkerMessage) => void;
    const { network } = data;
    const tell = (request: SeenRequest): void => send({ type: 'request', request });
    globalThis.fetch = network ? respondToRequests(network, tell) : watchRequests(fetch, tell);
    const crashes = captureCrashes();
    send({ type: 'ready' });
    runInThisWorker(data, crashes, send).catch((thrown: unknown) =>
      send({
        type: 'died',
        failure: { kind: 'platform_error', error: toErrorRecord(thrown) },
      }),
    );
  },
  { once: true },
);

/** From now on, errors that no handler's promise reports are crashes. */
function captureCrashes(): Crashes {
  const crashes = createCrashReporter();
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    crashes.report(event.reason);
  });
  globalThis.addEventListener('error', (event) => {
    event.preventDefault();
    crashes.report(event.error);
  });
  return crashes;
}
