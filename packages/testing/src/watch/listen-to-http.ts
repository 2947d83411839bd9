import { findBuiltin } from './find-builtin.ts';
import type { FindRecording, Recording } from './flow-output.ts';

/** A request of `node:http`, as its diagnostics channels pass it on. */
interface ClientRequest {
  readonly method: string;
  readonly protocol: string;
  readonly path: string;
  readonly getHeader: (name: string) => unknown;
}

interface ClientResponse {
  readonly statusCode: number;
}

/**
 * Listens to the requests of `node:http` and `node:https`, and of the libraries that use them, for as long as the
 * process runs.
 */
export function listenToHttp(find: FindRecording): void {
  const channels = findBuiltin('diagnostics_channel');
  const sent = new WeakMap<object, Recording['requests'][number]>();
  channels?.subscribe('http.client.request.start', ({ request }: { request: ClientRequest }) => {
    const recording = find();
    if (!recording) return;
    const { method, protocol, path } = request;
    const url = `${protocol}//${String(request.getHeader('host'))}${path}`;
    const entry: Recording['requests'][number] = { method, url };
    sent.set(request, entry);
    recording.requests.push(entry);
  });
  channels?.subscribe(
    'http.client.response.finish',
    ({ request, response }: { request: ClientRequest; response: ClientResponse }) => {
      const entry = sent.get(request);
      if (entry) entry.status = response.statusCode;
    },
  );
}
