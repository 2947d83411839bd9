import { createLimits } from '@signup-actions/runtime-core/internal';
import type { FlowSources } from '../load/read-flow.ts';
import { createSignupHandler } from './create-signup-handler.ts';
import { listen } from './listen.ts';
import { noData, openData } from './open-data.ts';
import { createSignupDesk } from './sign-up.ts';
import type { ServerOptions, SignupServer } from './signup-server.ts';
import { createTenant } from './tenant.ts';

/** Starts a server with the Actions at these absolute paths. Throws if they cannot be run. */
export async function startServer(
  paths: readonly string[],
  sources: FlowSources,
  options: ServerOptions,
): Promise<SignupServer> {
  const { timeoutMs, onSignup, data: file } = options;
  const tenant = createTenant(paths, sources);
  // A mistake is better known now than at the first signup.
  await tenant.read();
  const data = file === undefined ? noData : await openData(file);
  const limits = createLimits(timeoutMs === undefined ? {} : { flowTimeoutMs: timeoutMs });
  const desk = createSignupDesk(tenant, { onSignup, data, limits });
  const fetch = createSignupHandler(desk);
  const { url, close } = await listen(fetch, options).catch(async (error: unknown) => {
    await desk.close();
    throw error;
  });
  return {
    url,
    signups: desk.signups,
    fetch,
    reset: desk.reset,
    async close() {
      await close();
      await desk.close();
    },
  };
}
