import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Timer } from '@signup-actions/runtime-core';
import { createApp } from './create-app.ts';
import { createAuth, type AuthParts } from './create-auth.ts';
import { createMetrics, type Metrics } from './create-metrics.ts';
import { createSignups } from './create-signups.ts';
import type { Flows } from './start-flows.ts';
import { systemTimer } from './system-timer.ts';

/** Options of {@link startServer}, in addition to those of Better Auth. */
export interface ServerOptions extends Omit<AuthParts, 'baseURL' | 'signups'> {
  /** 0 for any free port. */
  readonly port: number;
  readonly flows: Flows;
  readonly metrics?: Metrics;
  /** How long {@link close} waits for the requests that are under way. Default: 25 seconds. */
  readonly maxStopMs?: number;
  /** By default the system's timer. */
  readonly timer?: Timer;
}

/** Listens. Returns the address of sign-up, and a function that stops the server. */
export async function startServer({
  port,
  flows,
  log,
  metrics = createMetrics(),
  maxStopMs = 25_000,
  timer = systemTimer,
  ...parts
}: ServerOptions) {
  const signups = createSignups({ flows, log, metrics });
  const auth = await createAuth({ baseURL: `http://localhost:${port}`, signups, log, ...parts });
  let isStopping = false;
  const { canDecide } = flows;
  const app = createApp({ auth, signups, log, canDecide, isStopping: () => isStopping });
  const server = serve({ fetch: app.fetch, port }) as Server;
  await once(server, 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${actualPort}/api/auth/sign-up/email`,
    /** Stops listening, responds to the requests that it has received, and ends the processes of the Actions. */
    async close(): Promise<void> {
      isStopping = true;
      const closed = once(server, 'close');
      server.close();
      const cancel = timer(() => server.closeAllConnections(), maxStopMs);
      await closed;
      cancel();
      flows.close();
    },
  };
}
