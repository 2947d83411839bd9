import { createServer as createHttpsServer } from 'node:https';
import { isIPv6 } from 'node:net';
import { serve, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { explainFileError } from '../files/read-text.ts';
import { UsageError } from '../usage-error.ts';
import type { SignupFetch } from './routes/signup-app.ts';
import { readCertificate } from './read-certificate.ts';

/** Where a server listens. */
export interface ListenOptions {
  /** By default the loopback address, which only this machine reaches. */
  readonly host?: string | undefined;
  /** By default any free port. */
  readonly port?: number | undefined;
  /** Absolute path of a PEM file with a certificate, which is made if it does not exist. By default plain HTTP. */
  readonly https?: string | undefined;
  /**
   * A client has this long to send a request; by default 10 seconds.
   *
   * @internal
   */
  readonly maxRequestMs?: number | undefined;
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

/** Starts to listen, and resolves when requests are handled. */
export async function listen(
  handle: SignupFetch,
  { host = '127.0.0.1', port = 0, https, maxRequestMs = 10_000 }: ListenOptions,
): Promise<Listening> {
  const pem = https === undefined ? undefined : await readCertificate(https);
  const timeouts = {
    requestTimeout: maxRequestMs,
    headersTimeout: maxRequestMs,
    connectionsCheckingInterval: Math.min(1_000, maxRequestMs),
  };
  const options = {
    fetch: (request: Request, { incoming }: Http2Bindings | HttpBindings) =>
      handle(request, { ip: incoming.socket.remoteAddress }),
    hostname: host,
    port,
  };
  return new Promise((resolve, reject) => {
    const server = serve(
      pem === undefined
        ? { ...options, serverOptions: timeouts }
        : {
            ...options,
            createServer: createHttpsServer,
            serverOptions: { ...timeouts, cert: pem, key: pem },
          },
      (address) => {
        const name = isIPv6(host) ? `[${host}]` : host;
        resolve({
          url: `${pem === undefined ? 'http' : 'https'}://${name}:${address.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once('error', (error) =>
      reject(
        new UsageError(`Failed to listen on ${host}, port ${port}: ${explainFileError(error)}.`),
      ),
    );
  });
}
