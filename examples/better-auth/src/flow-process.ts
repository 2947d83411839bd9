import { createRuntime, type SignupEvent } from '@signup-actions/runtime-core';
import { createCacheStore } from './cache-store.ts';
import { readTenant } from './tenant.ts';

/** What the server asks of this process. */
export interface FlowQuestion {
  readonly id: number;
  readonly event: SignupEvent;
}

// Actions are other people's code. Here, what they throw in a timer or leave rejected ends this process and
// no server; the server starts another.
const [folder = '', secretsFile = '', cacheUrl = ''] = process.argv.slice(2);
const actions = readTenant(folder, secretsFile);
// Without a shared cache, this process keeps one.
const runtime = createRuntime(cacheUrl === '' ? {} : { cache: createCacheStore(cacheUrl) });

process.on('message', ({ id, event }: FlowQuestion) => {
  // What leaves the process is the outcome as JSON, and so without secrets.
  void runtime.run({ event, actions }).then((outcome) => process.send?.({ id, outcome }));
});
// Without its server it has nobody to answer.
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
