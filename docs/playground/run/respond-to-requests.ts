import { fetchSilent, fetchUnreachable, respondWith } from '@signup-actions/testing/internal';
import type { ResponseState } from '../state/playground-state.ts';

/** A request of an Action, and what became of it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** The response that was given; absent if the request went to the network, `none` if no response is for it. */
  readonly response?: Pick<ResponseState, 'kind' | 'status'> | 'none';
}

/**
 * A `fetch` that gives these responses; the first that is for a request counts. A request that no response is for
 * fails, since a real service would make the result depend on more than the responses.
 */
export const respondToRequests =
  (responses: readonly ResponseState[], onRequest: (request: SeenRequest) => void): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const { method, url, signal } = request;
    const response = responses.find((each) => isFor(each, method, url));
    onRequest({
      method,
      url,
      response: response ? { kind: response.kind, status: response.status } : 'none',
    });
    if (!response) {
      throw new TypeError(
        `fetch failed: the playground has no response for ${method} ${url}. Add one under Network.`,
      );
    }
    await wait(response.delayMs, signal);
    return toFetch(response)(request);
  };

/** The network itself, whose requests are told. */
export const watchRequests =
  (send: typeof fetch, onRequest: (request: SeenRequest) => void): typeof fetch =>
  async (input, init) => {
    const { method, url } = new Request(input, init);
    onRequest({ method, url });
    return send(input, init);
  };

/** Whether a response is for a request. The query counts only if the response has one. */
function isFor(response: ResponseState, method: string, url: string): boolean {
  if (response.method !== '*' && response.method !== method) return false;
  const [path = ''] = url.split('?');
  const wanted = response.url.trim();
  const pattern = wanted
    .split('*')
    .map((part) => part.replaceAll(/[\\^$.+?()[\]{}|/-]/g, String.raw`\$&`))
    .join('.*');
  // A browser writes the root of a host with a slash.
  const whole = new RegExp(`^${pattern}\\/?$`);
  return whole.test(wanted.includes('?') ? url : path);
}

function toFetch({ kind, status, body }: ResponseState): typeof fetch {
  if (kind === 'unreachable') return fetchUnreachable;
  if (kind === 'silent') return fetchSilent;
  // These statuses have no body.
  return respondWith([204, 205, 304].includes(status) ? null : body, status);
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    if (ms === 0) return resolve();
    signal.addEventListener('abort', abort);
    setTimeout(resolve, ms);
  });
