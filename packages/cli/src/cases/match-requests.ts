import { collectSecrets, createSecretSearch } from '@signup-actions/runtime-core/internal';
import type { NetworkRule } from '@signup-actions/workbench';
import type { PlannedSignup } from './plan-case.ts';
import type { SignupResult } from './signup-result.ts';

/** What a signup of a case requested and got no response for: its result may be another with one. */
export function matchRequests({ run, actions }: SignupResult): readonly string[] {
  const { redact } = createSecretSearch(collectSecrets(actions));
  const missing = run.requests.filter(({ rule, url }) => rule === 'none' && url !== '');
  const sentences = missing.map(({ method, url }) => {
    const request = redact(`${method} ${url}`);
    const when = redact(`${method} ${url.split('?')[0]}`);
    return `The case has no response for ${request}.\nAdd one to "network": { "when": ${JSON.stringify(when)}, "respond": { "status": 200, "body": {} } }`;
  });
  return [...new Set(sentences)];
}

interface RunSignup {
  readonly signup: Pick<PlannedSignup, 'network'>;
  readonly result?: SignupResult;
}

/** What was refused since it is not HTTP, and the responses that no request got. */
export function listNetworkNotes(signups: readonly RunSignup[]): readonly string[] {
  const used = new Set<NetworkRule | undefined>();
  const refused = new Set<string>();
  for (const { signup, result } of signups) {
    for (const { method, url, rule } of result?.run.requests ?? []) {
      if (url === '') refused.add(method);
      else used.add(signup.network?.[Number(rule)]);
    }
  }
  const rules = new Set(signups.flatMap(({ signup }) => signup.network ?? []));
  const unused = [...rules]
    .filter((rule) => !used.has(rule))
    .map(
      ({ when }) =>
        `No request got the response for ${when}: correct it, or remove it from "network".`,
    );
  return [
    ...[...refused].map(
      (what) =>
        `An Action ${what}, which was refused as if nothing were there: a case with "network" sends nothing, and responds to HTTP only.`,
    ),
    ...unused,
  ];
}
