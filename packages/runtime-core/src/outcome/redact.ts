import { createSecretSearch, type NamedSecret } from '../text/secret-search.ts';
import type { Outcome } from './outcome.ts';

/** The hidden property of an outcome with the secrets of its flow: JSON, loops and printers do not see it. */
export const outcomeSecrets: unique symbol = Symbol.for('@signup-actions/outcome-secrets') as never;

/**
 * Returns an outcome as plain data without the values of secrets: every string has `[secret NAME]` instead. Only
 * `user` is unchanged, because it is what gets stored. `JSON.stringify` of an outcome does the same.
 *
 * @example
 * ```ts
 * const { calls, diagnostics } = redact(outcome);
 * ```
 */
export function redact(outcome: Outcome): Outcome {
  const search = createSecretSearch(secretsOf(outcome));
  if (outcome.status !== 'allowed') return search.redactData({ ...outcome });
  const { user, ...rest } = outcome;
  return { ...search.redactData(rest), user };
}

/** The secrets of an outcome; none if it was parsed from JSON. */
const secretsOf = (outcome: Outcome): readonly NamedSecret[] =>
  (outcome as { readonly [outcomeSecrets]?: readonly NamedSecret[] })[outcomeSecrets] ?? [];
