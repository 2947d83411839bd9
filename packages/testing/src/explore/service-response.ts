import type { JsonValue } from '@signup-actions/types';

/** What a service responds: a response, an error of the connection, or nothing at all. */
export type ServiceResponse = 'never' | ConnectionFailure | ServiceContent;

/** A service that cannot be reached. */
interface ConnectionFailure {
  /** Node's code, such as `ECONNREFUSED`. */
  readonly error: string;
}

/** A response. */
interface ServiceContent {
  /** 200 if left out. */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: JsonValue | undefined;
}

/** These have no body. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** The response as `fetch` returns it. */
export function createResponse({ status = 200, headers = {}, body }: ServiceContent): Response {
  if (body === undefined || withoutBody.has(status)) {
    return new Response(null, { status, headers });
  }
  if (typeof body === 'string') return new Response(body, { status, headers });
  const all = new Headers(headers);
  if (!all.has('content-type')) all.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** The error of a connection, as Node has it. */
export const createConnectionError = (code: string): Error =>
  Object.assign(new Error(`connect ${code}`), { code });

/** A `fetch` that responds to every request. */
export const toFetch =
  (respond: ServiceResponse): typeof fetch =>
  async (input, init) => {
    if (respond === 'never') return waitForAbort(input, init);
    if ('error' in respond) {
      throw new TypeError('fetch failed', { cause: createConnectionError(respond.error) });
    }
    return createResponse(respond);
  };

/** Never resolves. It obeys the signal of the request. */
function waitForAbort(...[input, init]: Parameters<typeof fetch>): Promise<never> {
  return new Promise((_resolve, reject) => {
    const signal = init?.signal ?? (typeof input === 'object' && 'signal' in input && input.signal);
    if (!signal) return;
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });
}
