import type { NetworkRule, SignupCase } from '@signup-actions/workbench';
import { maxResponses, methods, type ResponseState } from '../state/playground-state.ts';

/** What services respond in a case, as the page has it, and what the page cannot do of it. */
export interface OpenedResponses {
  readonly responses: ResponseState[];
  readonly notes: readonly string[];
}

/** The page has one list for all signups. */
export function toResponses({ network, signups = [] }: SignupCase): OpenedResponses {
  const rules = network ?? [];
  const lost = [
    ...(rules.some(({ when }) => !isKnown(when.split(' ')[0])) ? ['a method'] : []),
    ...(rules.some(({ times }) => times !== undefined) ? ['times'] : []),
    ...(rules.some(hasOwnHeaders) ? ['headers'] : []),
    ...(rules.some(({ respond }) => isOtherError(respond)) ? ['the code of an error'] : []),
  ];
  const responses = rules.slice(0, maxResponses).map(toResponse);
  return {
    responses,
    notes: [
      ...(lost.length > 0 ? [`The playground leaves out of "network": ${lost.join(', ')}.`] : []),
      ...(signups.some((signup) => signup.network)
        ? ['Responses of a single signup are left out: the playground has some for all signups.']
        : []),
      ...(rules.length > maxResponses
        ? [`Only the first ${maxResponses} of its ${rules.length} responses are opened.`]
        : []),
      ...(network?.length === 0
        ? ['The case sends no request. Here, requests are sent until you add a response.']
        : []),
    ],
  };
}

function toResponse({ when, respond, delayMs = 0 }: NetworkRule): ResponseState {
  const [method = '*', url = ''] = when.split(' ');
  const known = isKnown(method) ? method : '*';
  const base = { method: known, url, kind: 'respond', status: 200, body: '', delayMs } as const;
  if (respond === 'never') return { ...base, kind: 'silent' };
  if ('error' in respond) return { ...base, kind: 'unreachable' };
  const { status = 200, body } = respond;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return { ...base, status, body: text };
}

const isKnown = (method: string | undefined): method is ResponseState['method'] =>
  methods.some((known) => known === method);

/** The page itself says that JSON is JSON. */
function hasOwnHeaders({ respond }: NetworkRule): boolean {
  const headers =
    typeof respond === 'object' && 'headers' in respond ? (respond.headers ?? {}) : {};
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() !== 'content-type' || !value.includes('json'),
  );
}

const isOtherError = (respond: NetworkRule['respond']): boolean =>
  typeof respond === 'object' && 'error' in respond && respond.error !== 'ECONNREFUSED';
