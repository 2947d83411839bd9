import { setTimeout } from 'node:timers/promises';
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
  ) => () => Promise<unknown>;
}

/**
 * Takes over the requests of this process. It comes before the Actions, which may keep what they find. With `isRecorded`,
 * requests are sent, and responses are recorded; otherwise, nothing leaves the process.
 */
export async function controlNetwork(isRecorded: boolean): Promise<NetworkControl> {
  const { HttpRequestInterceptor } = await import('@mswjs/interceptors/http');
  const interceptor = new HttpRequestInterceptor();
  return isRecorded ? recordNetwork(interceptor) : replaceNetwork(interceptor);
}

type Interceptor = InstanceType<
  (typeof import('@mswjs/interceptors/http'))['HttpRequestInterceptor']
>;
type Tell = (request: SeenRequest) => void;

/** How long a body may take that the Action did not wait for. */
const maxRecordingMs = 500;

function recordNetwork(interceptor: Interceptor): NetworkControl {
  let tell: Tell | undefined;
  const recording = new Set<Promise<void>>();
  recordFailures((request) => tell?.(request));
  interceptor.on('response', ({ request, response }) => {
    const { method, url } = request;
    const recorded = recordResponse(response.clone())
      .catch(() => undefined)
      .then((found) => tell?.({ method, url, recorded: found }))
      .finally(() => recording.delete(recorded));
    recording.add(recorded);
  });
  interceptor.apply();
  return {
    begin(_, send) {
      tell = createTell(send);
      return () =>
        Promise.race([
          Promise.all(recording),
          setTimeout(maxRecordingMs, undefined, { ref: false }),
        ]);
    },
  };
}

function replaceNetwork(interceptor: Interceptor): NetworkControl {
  let tell: Tell | undefined;
  let respond: ReturnType<typeof createResponder> | undefined;
  blockNetwork((what) => tell?.({ method: what, url: '', rule: 'none' }));
  interceptor.on('request', async ({ request, controller }) => {
    try {
      const response = await respond?.(request);
      if (response) controller.respondWith(response);
    } catch (error) {
      controller.errorWith(error);
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

/** An Action may send requests without end. */
const maxRequests = 1_000;

function createTell(send: (frame: Frame) => void): Tell {
  let count = 0;
  return (request) => {
    count += 1;
    if (count <= maxRequests) send({ type: 'request', request });
  };
}

const explain = (request: string): string =>
  `the case has no response for ${request}: add one to its "network"`;
