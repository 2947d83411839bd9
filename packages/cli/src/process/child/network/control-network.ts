import {
  createResponder,
  type FlowJob,
  type Frame,
  type SeenRequest,
} from '@signup-actions/workbench';
import { blockNetwork } from './block-network.ts';
import { recordFailures } from './record-failures.ts';
import { recordResponse } from './record-response.ts';

/** What services respond to one flow after another, whatever client the Actions use. */
export interface NetworkControl {
  /** From now on, requests belong to this flow. Returns a function that waits for what is still recorded. */
  readonly begin: (
    network: NonNullable<FlowJob['network']>,
    send: (frame: Frame) => void,
  ) => () => Promise<void>;
}

/** An Action may send requests without end. */
const maxRequests = 1_000;

/**
 * Takes over the requests of this process. It comes before the Actions, which may keep what they find. With `isRecorded`,
 * requests are sent, and responses are recorded; otherwise, nothing leaves the process.
 */
export async function controlNetwork(isRecorded: boolean): Promise<NetworkControl> {
  const { HttpRequestInterceptor } = await import('@mswjs/interceptors/http');
  const interceptor = new HttpRequestInterceptor();
  let respond: ReturnType<typeof createResponder> | undefined;
  let tell = (_: SeenRequest): void => {};
  const createTell = (send: (frame: Frame) => void): typeof tell => {
    let count = 0;
    return (request) => {
      count += 1;
      if (count <= maxRequests) send({ type: 'request', request });
    };
  };
  if (isRecorded) {
    const recording = new Set<Promise<void>>();
    recordFailures((request) => tell(request));
    interceptor.on('response', ({ request, response }) => {
      const { method, url } = request;
      const recorded = recordResponse(response.clone())
        .catch(() => undefined)
        .then((found) => tell({ method, url, recorded: found }))
        .finally(() => recording.delete(recorded));
      recording.add(recorded);
    });
    interceptor.apply();
    return {
      begin(_, send) {
        tell = createTell(send);
        return async () => void (await Promise.all(recording));
      },
    };
  }
  blockNetwork((what) => tell({ method: what, url: '', rule: 'none' }));
  interceptor.on('request', async ({ request, controller }) => {
    try {
      const { url } = request;
      controller.respondWith(await (respond?.(request) ?? Promise.reject(new Error(explain(url)))));
    } catch (error) {
      controller.errorWith(error as Error);
    }
  });
  interceptor.apply();
  return {
    begin(network, send) {
      tell = createTell(send);
      const rules = network === 'record' ? [] : network;
      respond = createResponder({ rules, onRequest: tell, explain });
      return () => Promise.resolve();
    },
  };
}

const explain = (request: string): string =>
  `the case has no response for ${request}: add one to its "network"`;
