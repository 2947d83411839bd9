import type { FlowSources } from '../load/read-flow.ts';
import { createHandler } from './create-handler.ts';
import { listen } from './listen.ts';
import type { ServerOptions, SignupServer } from './signup-server.ts';

/** Starts a server with the Actions at these absolute paths. Throws if they cannot be run. */
export async function startServer(
  paths: readonly string[],
  sources: FlowSources,
  options: ServerOptions,
): Promise<SignupServer> {
  const { host, allowedHosts = [] } = options;
  const handler = await createHandler(paths, sources, {
    ...options,
    allowedHosts: host === undefined ? allowedHosts : [...allowedHosts, host],
  });
  const { url, close } = await listen(handler.fetch, options).catch(async (error: unknown) => {
    await handler.close();
    throw error;
  });
  return {
    ...handler,
    url,
    async close() {
      await close();
      await handler.close();
    },
  };
}
