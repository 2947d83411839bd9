import {
  createConnectionError,
  createResponse,
  type ServiceResponse,
} from '@signup-actions/testing/internal';
import type { NetworkRule } from './network-schema.ts';

/** A request of an Action, and what became of it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** The index of the rule that responded; `none` if no rule is for the request, absent if it was sent. */
  readonly rule?: number | 'none' | undefined;
  /** What the service responded to a request that was sent, if that was recorded. */
  readonly recorded?: ServiceResponse | undefined;
}

/** Why a request has no response. */
export class NoResponseError extends Error {}

/** How requests get responses. */
export interface ResponderOptions {
  readonly rules: readonly NetworkRule[];
  readonly onRequest: (request: SeenRequest) => void;
  /** What the error of a request says that no rule is for. */
  readonly explain: (request: string) => string;
}

/**
 * Returns a function that responds to requests as these rules say; the first that is for a request counts. It rejects with
 * the error of the connection, and with a {@link NoResponseError} if no rule is for the request: a real service would make
 * the result depend on more than the rules.
 */
export function createResponder({
  rules,
  onRequest,
  explain,
}: ResponderOptions): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  const used = rules.map(() => 0);
  const patterns = rules.map(({ when }) => toPattern(when));
  return async ({ method, url }) => {
    const index = rules.findIndex(
      ({ times = Infinity }, at) => (used[at] ?? 0) < times && patterns[at]?.(method, url),
    );
    const rule = rules[index];
    onRequest({ method, url, rule: rule ? index : 'none' });
    if (!rule) throw new NoResponseError(explain(`${method} ${url}`));
    used[index] = (used[index] ?? 0) + 1;
    const { respond, delayMs = 0 } = rule;
    if (delayMs > 0) await wait(delayMs);
    if (respond === 'never') return new Promise(() => {});
    if ('error' in respond) throw createConnectionError(respond.error);
    return createResponse(respond);
  };
}

/** Whether a rule is for a request. The query counts only if the rule has one. */
function toPattern(when: string): (method: string, url: string) => boolean {
  const [method, wanted = ''] = when.split(' ');
  const pattern = wanted
    .split('*')
    .map((part) => part.replaceAll(/[\\^$.+?()[\]{}|/-]/g, String.raw`\$&`))
    .join('.*');
  // The root of a host is written with a slash.
  const whole = new RegExp(`^${pattern}\\/?$`);
  return (ofRequest, url) => {
    if (method !== '*' && method !== ofRequest) return false;
    const [address = ''] = url.split('#');
    return whole.test(wanted.includes('?') ? address : (address.split('?')[0] ?? ''));
  };
}

/** A timer that nothing else waits for keeps no process alive. */
const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer: unknown = setTimeout(resolve, ms);
    if (typeof timer === 'object') (timer as NodeJS.Timeout).unref();
  });
