import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { SeenRequest } from '@signup-actions/workbench';

/** A request of `fetch`, as Node tells of it. */
interface FetchRequest {
  readonly method: string;
  readonly origin: string | URL;
  readonly path: string;
}

interface Failed<OfRequest> {
  readonly request: OfRequest;
  readonly error: unknown;
}

/** Calls the listener with each request that gets no response, of `fetch` and of Node's http. */
export function recordFailures(onRequest: (request: SeenRequest) => void): void {
  subscribe('undici:request:error', (message) => {
    const { request, error } = message as Failed<FetchRequest>;
    const { method, origin, path } = request;
    onRequest({ method, url: new URL(path, origin).href, recorded: toRecorded(error) });
  });
  subscribe('http.client.request.error', (message) => {
    const { request, error } = message as Failed<ClientRequest>;
    const { method, protocol, host, path } = request;
    const port = String(request.getHeader('host') ?? host);
    onRequest({ method, url: `${protocol}//${port}${path}`, recorded: toRecorded(error) });
  });
}

/** Where the system reports no error, the Action has stopped waiting for a service that does not respond. */
function toRecorded(error: unknown): SeenRequest['recorded'] {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return { error: 'ECONNRESET' };
  return syscall !== undefined && /^E[A-Z0-9_]+$/.test(code) ? { error: code } : 'never';
}
