import type { JsonValue } from '@signup-actions/types';
import { toFetch, type ServiceResponse } from './service-response.ts';

/** How a service responds to the requests of an Action. */
export interface NetworkAnswer {
  /** What the service does, to end a sentence: `the service answers …`. */
  readonly name: string;
  readonly respond: ServiceResponse;
  readonly fetch: typeof fetch;
  /** The same function as source. */
  readonly source: string;
}

function respond(name: string, body: JsonValue, status: number): NetworkAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = { status, body };
  return {
    name: `the service responds with ${name}`,
    respond: response,
    fetch: toFetch(response),
    source: `async () => new Response('${text}', { status: ${status} })`,
  };
}

const refused = { error: 'ECONNREFUSED' } as const;

const unreachable: NetworkAnswer = {
  name: 'the service cannot be reached',
  respond: refused,
  fetch: toFetch(refused),
  source: `async () => {
    throw new TypeError('fetch failed');
  }`,
};

const silent: NetworkAnswer = {
  name: 'the service does not respond',
  respond: 'never',
  fetch: toFetch('never'),
  source: `(_url, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal.reason));
    })`,
};

/** The simplest first. */
export const networkAnswers: readonly NetworkAnswer[] = [
  respond('200 with an empty object', {}, 200),
  respond('200 with null', null, 200),
  respond('200 with a list', [], 200),
  respond('200 with an empty body', '', 200),
  respond('200 with a page instead of JSON', '<html></html>', 200),
  respond('404', {}, 404),
  respond('429', {}, 429),
  respond('500 with a string', 'Internal Server Error', 500),
  unreachable,
  silent,
];

/** What a service does, by its name; undefined if no service does so. */
export const findAnswer = (name: string): NetworkAnswer | undefined =>
  networkAnswers.find((answer) => answer.name === name);
