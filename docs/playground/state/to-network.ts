// The responses of the page are the rules for the network of a test case, in the form in which they are edited.
import type { NetworkRule } from '@signup-actions/workbench';
import type { ResponseState } from './playground-state.ts';

/** Responses as rules. A response is sent as it is typed, and JSON says that it is JSON. */
export const toNetwork = (responses: readonly ResponseState[]): readonly NetworkRule[] =>
  responses.map(({ method, url, kind, status, body, delayMs }) => ({
    when: `${method} ${url.trim().replaceAll(/\s/g, '%20') || 'none'}`,
    respond:
      kind === 'silent'
        ? 'never'
        : kind === 'unreachable'
          ? { error: 'ECONNREFUSED' }
          : { status, ...(readJson(body) && { headers: ofJson }), body },
    ...(delayMs > 0 && { delayMs }),
  }));

/** The same for a file that people read: JSON is a part of it instead of a string. */
export const toReadable = (rules: readonly NetworkRule[]): NetworkRule[] =>
  rules.map((rule) => {
    const { respond } = rule;
    if (typeof respond === 'string' || 'error' in respond) return rule;
    const { headers, body = '', ...rest } = respond;
    const json = typeof body === 'string' ? readJson(body) : undefined;
    if (json) return { ...rule, respond: { ...rest, body: json as NonNullable<typeof body> } };
    return {
      ...rule,
      respond: { ...rest, ...(headers && { headers }), ...(body !== '' && { body }) },
    };
  });

const ofJson = { 'content-type': 'application/json' } as const;

/** The object or list that a string is the JSON of. */
function readJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
