/** How a service responds to the requests of an Action. */
export interface NetworkAnswer {
  /** What the service does, to end a sentence: `the service answers …`. */
  readonly name: string;
  readonly fetch: typeof fetch;
  /** The same function as source. */
  readonly source: string;
}

/** Responds to every request. */
export const respondWith =
  (body: string | null, status: number): typeof fetch =>
  async () =>
    new Response(body, { status });

/** A service that cannot be reached. */
export const fetchUnreachable: typeof fetch = async () => {
  throw new TypeError('fetch failed');
};

/** A service that never responds. It obeys the signal of the request. */
export const fetchSilent: typeof fetch = (input, init) =>
  new Promise((_resolve, reject) => {
    const signal = init?.signal ?? (typeof input === 'object' && 'signal' in input && input.signal);
    if (!signal) return;
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });

const respond = (name: string, body: string, status: number): NetworkAnswer => ({
  name: `the service responds with ${name}`,
  fetch: respondWith(body, status),
  source: `async () => new Response('${body}', { status: ${status} })`,
});

const unreachable: NetworkAnswer = {
  name: 'the service cannot be reached',
  fetch: fetchUnreachable,
  source: `async () => {
    throw new TypeError('fetch failed');
  }`,
};

const silent: NetworkAnswer = {
  name: 'the service does not respond',
  fetch: fetchSilent,
  source: `(_url, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal.reason));
    })`,
};

/** The simplest first. */
export const networkAnswers: readonly NetworkAnswer[] = [
  respond('200 with an empty object', '{}', 200),
  respond('200 with null', 'null', 200),
  respond('200 with a list', '[]', 200),
  respond('200 with an empty body', '', 200),
  respond('200 with a page instead of JSON', '<html></html>', 200),
  respond('404', '{}', 404),
  respond('429', '{}', 429),
  respond('500 with a string', 'Internal Server Error', 500),
  unreachable,
  silent,
];
