import { createSecretSearch, type NamedSecret, type SecretSearch } from '../text/secret-search.ts';
import type { Outcome } from './outcome.ts';
import { redactOutcome, redactUser } from './redact-fields.ts';

/** The hidden property with the secrets of a flow: JSON, loops and printers do not see it. */
const outcomeSecrets: unique symbol = Symbol.for('@signup-actions/outcome-secrets') as never;

const inspectMethod: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/**
 * Returns an outcome as plain data without the values of secrets: `[secret NAME]` replaces each in every string that an
 * Action, the signup, the host or the store supplied. Statuses, codes and the names of properties do not change, and
 * neither does `user`, because it is what gets stored. `JSON.stringify` of an outcome does the same.
 *
 * @example
 * ```ts
 * const { calls, diagnostics } = redact(outcome);
 * ```
 */
export function redact(outcome: Outcome): Outcome {
  const secrets = secretsOf(outcome);
  return secrets.length === 0
    ? { ...outcome }
    : redactOutcome(outcome, createSecretSearch(secrets));
}

/** The same with the user redacted, for output that no user is stored from. */
export function redactForReader(outcome: Outcome): Outcome {
  const redacted = redact(outcome);
  if (redacted.status !== 'allowed') return redacted;
  return { ...redacted, user: redactUser(redacted.user, searchOf(outcome)) };
}

/**
 * Finds the secrets of an outcome; none if it was parsed from JSON or redacted before.
 *
 * @internal
 */
export const searchOf = (outcome: Outcome): SecretSearch => createSecretSearch(secretsOf(outcome));

/**
 * An outcome that hides the secrets of its flow, and is redacted where it is printed. Its lists hide them too, so that a
 * copy by spread still has them.
 */
export function hideSecrets<Hidden extends Outcome>(
  outcome: Hidden,
  secrets: readonly NamedSecret[],
): Hidden {
  const hidden = { [outcomeSecrets]: { value: secrets } };
  const hideIn = <Item>(list: readonly Item[]): readonly Item[] =>
    Object.freeze(Object.defineProperties([...list], hidden));
  const { refusals, executions, diagnostics } = outcome;
  const lists = {
    refusals: hideIn(refusals),
    executions: hideIn(executions),
    diagnostics: hideIn(diagnostics),
  };
  return Object.defineProperties<Hidden>(
    { ...outcome, ...lists },
    { ...hidden, toJSON: { value: toJson }, [inspectMethod]: { value: toInspected } },
  );
}

function toJson(this: Outcome): Outcome {
  return redact(this);
}

/** What `util.inspect` and `console.log` print in Node. */
function toInspected(this: Outcome): Outcome {
  return redactForReader(this);
}

type Carrier = { readonly [outcomeSecrets]?: readonly NamedSecret[] } | undefined;

/** The secrets that an outcome hides; none if it was parsed from JSON or redacted before. */
export function secretsOf(outcome: Outcome): readonly NamedSecret[] {
  const carriers = [outcome, outcome.refusals, outcome.executions, outcome.diagnostics];
  const carrier = (carriers as readonly Carrier[]).find((one) => one?.[outcomeSecrets]);
  return carrier?.[outcomeSecrets] ?? [];
}
