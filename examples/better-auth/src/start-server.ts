import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { createApp } from './create-app.ts';
import { createAuth, type AuthParts } from './create-auth.ts';

/** Options of {@link startServer}, in addition to those of Better Auth. */
export interface ServerOptions extends Omit<AuthParts, 'baseURL'> {
  /** 0 for any free port. */
  readonly port: number;
  readonly database: DatabaseSync;
}

/** Listens. Returns the address of sign-up, and a function that stops the server. */
export async function startServer({ port, ...parts }: ServerOptions) {
  const auth = await createAuth({ baseURL: `http://localhost:${port}`, ...parts });
  const server = serve({ fetch: createApp(auth).fetch, port });
  await once(server, 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${actualPort}/api/auth/sign-up/email`,
    close() {
      server.close();
      parts.flows.close();
    },
  };
}
