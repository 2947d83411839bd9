import { setOwn } from '../data/set-own.ts';
import { createRedactor, type NamedSecret } from '../text/create-redactor.ts';
import type { Outcome } from './outcome.ts';

/** Where an outcome carries the secrets of its flow: out of sight of JSON, loops and printers. */
export const outcomeSecrets: unique symbol = Symbol.for('@signup-actions/outcome-secrets') as never;

/**
 * An outcome as plain data that holds no secret's value: `[secret NAME]` stands in its place in every
 * text. Only `user` is left as it is, since it is what gets stored. `JSON.stringify` of an outcome does
 * the same.
 */
export function redact(outcome: Outcome): Outcome {
  const redactText = createRedactor(secretsOf(outcome));
  const { user, ...rest } = outcome as Outcome & { readonly user?: unknown };
  const plain = redactDeep(rest, redactText) as Record<string, unknown>;
  return (user === undefined ? plain : { ...plain, user }) as unknown as Outcome;
}

/** The secrets that an outcome carries; none on one that came as plain data. */
const secretsOf = (outcome: Outcome): readonly NamedSecret[] =>
  (outcome as { readonly [outcomeSecrets]?: readonly NamedSecret[] })[outcomeSecrets] ?? [];

function redactDeep(value: unknown, redactText: (text: string) => string): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, redactText));
  if (typeof value !== 'object' || value === null) return value;
  const plain: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value))
    setOwn(plain, redactText(key), redactDeep(part, redactText));
  return plain;
}
