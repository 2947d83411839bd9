import { Worker } from 'node:worker_threads';
import { createRuntime, type Outcome, type SignupEvent } from '@signup-actions/runtime-core';
import { createCacheStore } from './cache-store.ts';
import { readTenant } from './tenant.ts';

/** The first message to the process: which Actions to run. */
export interface FlowTask {
  /** The exported tenant, and the file with the values of its secrets. */
  readonly folder: string;
  readonly secretsFile: string;
  /** Empty if the process keeps the cache itself. */
  readonly cacheUrl: string;
  readonly maxMemoryMb: number;
}

/** Each later message to the process: a signup to decide on. */
export interface FlowQuestion {
  readonly id: string;
  readonly event: SignupEvent;
}

/** A message from the process: once that it is ready, then its decisions. */
export interface FlowAnswer {
  readonly ready?: true;
  readonly id?: string;
  readonly outcome?: Outcome;
}

// Actions are other people's code. An error in a timer or an unhandled rejection ends this process, not the
// server, and the server starts another one.
process.once('message', ({ folder, secretsFile, cacheUrl, maxMemoryMb }: FlowTask) => {
  new Worker(new URL('flow-watch.ts', import.meta.url), { workerData: { maxMemoryMb } }).unref();
  const actions = readTenant(folder, secretsFile);
  const runtime = createRuntime({
    // For example a refusal that came too late, which is not in the outcome.
    onDiagnostic: ({ code, action, message }) =>
      console.log(JSON.stringify({ type: 'diagnostic', code, action, message })),
    ...(cacheUrl !== '' && { cache: createCacheStore(cacheUrl) }),
  });
  process.on('message', async ({ id, event }: FlowQuestion) => {
    // The outcome leaves the process as JSON, which has no secrets.
    say({ id, outcome: await runtime.run({ event, actions }) });
  });
  say({ ready: true });
});
// Without its server, the process has nothing to do.
process.on('disconnect', () => process.exit());

const say = (answer: FlowAnswer): void => void process.send?.(answer);
