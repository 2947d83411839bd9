import {
  createResponder,
  NoResponseError,
  type NetworkRule,
  type SeenRequest,
} from '@signup-actions/workbench';

/** A `fetch` that responds as these rules say. */
export function respondToRequests(
  rules: readonly NetworkRule[],
  onRequest: (request: SeenRequest) => void,
): typeof fetch {
  const explain = (request: string): string =>
    `fetch failed: the playground has no response for ${request}. Add one under Network.`;
  const respond = createResponder({ rules, onRequest, explain });
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    let stop = (): void => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason as Error);
    });
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    try {
      return await Promise.race([aborted, respond(request)]);
    } catch (error) {
      if (signal.aborted) throw error;
      const isMissing = error instanceof NoResponseError;
      throw new TypeError(isMissing ? error.message : 'fetch failed', { cause: error });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}

/** The network itself, whose requests are told. */
export const watchRequests =
  (send: typeof fetch, onRequest: (request: SeenRequest) => void): typeof fetch =>
  async (input, init) => {
    const { method, url } = new Request(input, init);
    onRequest({ method, url });
    return send(input, init);
  };
