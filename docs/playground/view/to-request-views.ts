import { collectSecrets, createSecretSearch } from '@signup-actions/runtime-core/internal';
import type { NetworkRule } from '@signup-actions/workbench';
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
  for (const { method, url, rule } of flow.run.requests) {
    const { respond } = flow.job.network?.[Number(rule)] ?? {};
    views.set(`${method} ${url}`, {
      request: `${method} ${search.redact(url)}`,
      response: respond ? formatRespond(respond) : rule === 'none' ? 'no response' : 'sent',
      missing: respond ? undefined : toResponse(method, url),
    });
  }
  return [...views.values()];
}

function formatRespond(respond: NetworkRule['respond']): string {
  if (respond === 'never') return responseKinds.silent;
  return 'error' in respond ? responseKinds.unreachable : String(respond.status);
}

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
