import type { SecretSearch } from '@signup-actions/runtime-core/internal';
import type { IsolatedRun, NetworkRule } from '@signup-actions/workbench';

/** Recorded responses as rules, and what the user has to know of them. */
export interface RecordedNetwork {
  /** Those that all signups share. */
  readonly shared: readonly NetworkRule[];
  /** Those of each signup, in order. */
  readonly own: readonly (readonly NetworkRule[])[];
  readonly notes: readonly string[];
}

/**
 * What services responded to the requests of these runs. A secret in an address becomes an asterisk, and one in a response
 * the mark of reports.
 */
export function toNetwork(runs: readonly IsolatedRun[], search: SecretSearch): RecordedNetwork {
  const ofRuns = runs.map((run) => toRules(run, search));
  const all = ofRuns.flat();
  const isShared = ({ when, times }: NetworkRule): boolean =>
    times === undefined &&
    new Set(all.filter((rule) => rule.when === when).map((rule) => JSON.stringify(rule))).size ===
      1;
  const shared = new Map(all.filter(isShared).map((rule) => [rule.when, rule]));
  const missing = runs.flatMap(({ requests }) => requests.filter(({ recorded }) => !recorded));
  return {
    shared: [...shared.values()],
    own: ofRuns.map((rules) => rules.filter((rule) => !isShared(rule))),
    notes: [
      ...(all.length > 0
        ? ['The case has what services responded: see that it contains no personal data.']
        : []),
      ...new Set(
        missing.map(
          ({ method, url }) =>
            `The response to ${search.redact(`${method} ${url}`)} could not be saved: add one to "network".`,
        ),
      ),
    ],
  };
}

/** Where the same request got several responses, each is for one request, and the last for all others. */
function toRules({ requests }: IsolatedRun, search: SecretSearch): readonly NetworkRule[] {
  const rules = requests.flatMap(({ method, url, recorded }): NetworkRule[] => {
    if (!recorded) return [];
    const address = search.redact(url).replaceAll(/\[secret [^\]]*\]/g, '*');
    return [{ when: `${method} ${address}`, respond: search.redactData(recorded) as never }];
  });
  const isSame = (one: NetworkRule, other: NetworkRule | undefined): boolean =>
    JSON.stringify(one) === JSON.stringify(other);
  return rules.flatMap((rule, index) => {
    const later = rules.slice(index + 1).filter(({ when }) => when === rule.when);
    const earlier = rules.slice(0, index).filter(({ when }) => when === rule.when);
    if ([...earlier, ...later].every((other) => isSame(rule, other))) {
      return earlier.length === 0 ? [rule] : [];
    }
    return later.length === 0 ? [rule] : [{ ...rule, times: 1 }];
  });
}
