import { Worker } from 'node:worker_threads';
import { createRuntime, type Outcome, type SignupEvent } from '@signup-actions/runtime-core';
import { createCacheStore } from './cache-store.ts';
import { readTenant } from './tenant.ts';

/** What this process is for: the first message that it gets. */
export interface FlowTask {
  /** The exported tenant, and the file with the values of its secrets. */
  readonly folder: string;
  readonly secretsFile: string;
  /** Empty where this process keeps the cache by itself. */
  readonly cacheUrl: string;
  readonly maxMemoryMb: number;
}

/** What the server asks of this process afterwards. */
export interface FlowQuestion {
  readonly id: string;
  readonly event: SignupEvent;
}

/** What this process says: once that it is ready, and then what it has decided. */
export interface FlowAnswer {
  readonly ready?: true;
  readonly id?: string;
  readonly outcome?: Outcome;
}

// Actions are other people's code. Here, what they throw in a timer or leave rejected ends this process and
// no server; the server starts another.
process.once('message', ({ folder, secretsFile, cacheUrl, maxMemoryMb }: FlowTask) => {
  new Worker(new URL('flow-watch.ts', import.meta.url), { workerData: { maxMemoryMb } }).unref();
  const actions = readTenant(folder, secretsFile);
  const runtime = createRuntime({
    // Such as a refusal that came too late, which no outcome holds.
    onDiagnostic: ({ code, action, message }) =>
      console.log(JSON.stringify({ type: 'diagnostic', code, action, message })),
    ...(cacheUrl !== '' && { cache: createCacheStore(cacheUrl) }),
  });
  process.on('message', async ({ id, event }: FlowQuestion) => {
    // What leaves the process is the outcome as JSON, and so without secrets.
    say({ id, outcome: await runtime.run({ event, actions }) });
  });
  say({ ready: true });
});
// Without its server it has nobody to answer.
process.on('disconnect', () => process.exit());

const say = (answer: FlowAnswer): void => void process.send?.(answer);
