import { createLimits } from '@signup-actions/runtime-core/internal';
import type { FlowSources } from '../load/read-flow.ts';
import { noData, openData } from './open-data.ts';
import { createRecentRuns } from './page/recent-runs.ts';
import { createApp } from './routes/create-app.ts';
import { createSignupDesk } from './sign-up.ts';
import type { HandlerOptions, SignupHandler } from './signup-server.ts';
import { createTenant } from './tenant.ts';

/** Creates a handler with the Actions at these absolute paths. Throws if they cannot be run. */
export async function createHandler(
  paths: readonly string[],
  sources: FlowSources,
  { timeoutMs, allowedHosts = [], onSignup, data: file }: HandlerOptions,
): Promise<SignupHandler> {
  const tenant = createTenant(paths, sources);
  // A mistake is better known now than at the first signup.
  await tenant.read();
  const data = file === undefined ? noData : await openData(file);
  const limits = createLimits(timeoutMs === undefined ? {} : { flowTimeoutMs: timeoutMs });
  const recent = createRecentRuns();
  const desk = createSignupDesk(tenant, {
    data,
    limits,
    onSignup(record, run) {
      recent.add(record, run);
      onSignup?.(record);
    },
  });
  const closing = new AbortController();
  const app = createApp({ desk, tenant, recent, limits, closing: closing.signal }, allowedHosts);
  return {
    signups: desk.signups,
    fetch: async (request, facts = {}) => app.fetch(request, facts),
    reset: desk.reset,
    async close() {
      closing.abort();
      await desk.close();
    },
  };
}
