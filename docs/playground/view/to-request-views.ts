import { collectSecrets, createSecretSearch } from '@signup-actions/runtime-core/internal';
import type { SignupRun } from '../run/run-signups.ts';
import type { ResponseState } from '../state/playground-state.ts';

/** A request of the Actions as the page shows it. The values of secrets are redacted. */
export interface RequestView {
  readonly request: string;
  readonly response: string;
  /** A response to add for it; absent if it has one. */
  readonly missing?: ResponseState | undefined;
}

/** The requests of a signup, each once. */
export function toRequestViews({ flow }: SignupRun): readonly RequestView[] {
  if (!('job' in flow) || flow.run.type !== 'outcome') return [];
  const search = createSecretSearch(collectSecrets(flow.job.actions));
  const views = new Map<string, RequestView>();
  for (const { method, url, response } of flow.run.requests) {
    const isGiven = response !== undefined && response !== 'none';
    views.set(`${method} ${url}`, {
      request: `${method} ${search.redact(url)}`,
      response: isGiven ? formatResponse(response) : response === 'none' ? 'no response' : 'sent',
      missing: isGiven ? undefined : toResponse(method, url),
    });
  }
  return [...views.values()];
}

const formatResponse = ({ kind, status }: Pick<ResponseState, 'kind' | 'status'>): string =>
  kind === 'respond' ? String(status) : responseKinds[kind];

/** What a service can do, as the page shows it. */
export const responseKinds = {
  respond: 'responds with',
  unreachable: 'cannot be reached',
  silent: 'never responds',
} as const satisfies Readonly<Record<ResponseState['kind'], string>>;

/** The response that a visitor begins with. */
export const toResponse = (method: string, url: string): ResponseState => ({
  method: isMethod(method) ? method : '*',
  url: url.split('?')[0] ?? '',
  kind: 'respond',
  status: 200,
  body: '{}',
  delayMs: 0,
});

const isMethod = (method: string): method is Exclude<ResponseState['method'], '*'> =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
