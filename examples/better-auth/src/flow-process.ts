// Decides on signups in a process of its own. Actions are other people's code: an error in a timer or an unhandled
// rejection ends this process, not the server.
import { Worker } from 'node:worker_threads';
import { createRuntime } from '@signup-actions/runtime-core';
import type { FlowMessage, FlowQuestion, FlowTask } from './flow-messages.ts';
import { readTenant } from './read-tenant.ts';

process.once('message', async ({ folder, secrets, cacheUrl, ...watched }: FlowTask) => {
  new Worker(new URL('flow-watch.ts', import.meta.url), { workerData: watched }).unref();
  const actions = readTenant(folder, secrets);
  const runtime = createRuntime({
    onDiagnostic: (diagnostic) => void say({ type: 'diagnostic', diagnostic }),
    ...(cacheUrl !== '' && { cache: await openCache(cacheUrl) }),
  });
  process.on('message', async ({ id, event }: FlowQuestion) => {
    await say({ type: 'started', id });
    // The outcome leaves the process as JSON, which has no secrets.
    await say({ type: 'decided', id, outcome: await runtime.run({ event, actions }) });
  });
  await say({ type: 'ready' });
});
// Without its server, the process has nothing to do.
process.on('disconnect', () => process.exit());
// A terminal or a service manager sends these to all processes at once. The server lets this one finish its work.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});

/** Loads the client only if there is a store: it takes longer to load than everything else. */
async function openCache(url: string) {
  const { createCacheStore } = await import('./create-cache-store.ts');
  return createCacheStore(url);
}

/** Sends a message. Resolves when the server is sure to get it, even if this process ends at once. */
function say(message: FlowMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
