import { createSecretSearch, type NamedSecret } from '../text/secret-search.ts';
import type { Outcome } from './outcome.ts';

/** Where an outcome carries the secrets of its flow: out of sight of JSON, loops and printers. */
export const outcomeSecrets: unique symbol = Symbol.for('@signup-actions/outcome-secrets') as never;

/**
 * An outcome as plain data that holds no secret's value: `[secret NAME]` stands in its place in every
 * text. Only `user` is left as it is, since it is what gets stored. `JSON.stringify` of an outcome does
 * the same.
 */
export function redact(outcome: Outcome): Outcome {
  const search = createSecretSearch(secretsOf(outcome));
  if (outcome.status !== 'allowed') return search.redactData({ ...outcome });
  const { user, ...rest } = outcome;
  return { ...search.redactData(rest), user };
}

/** The secrets that an outcome carries; none on one that came as plain data. */
const secretsOf = (outcome: Outcome): readonly NamedSecret[] =>
  (outcome as { readonly [outcomeSecrets]?: readonly NamedSecret[] })[outcomeSecrets] ?? [];
