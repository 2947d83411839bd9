import type { Diagnostic, Outcome } from '@signup-actions/runtime-core';
import { redact } from '@signup-actions/runtime-core/internal';

/** The outcome with what the kit itself has found before the diagnostics of the engine. */
export const addDiagnostics = (outcome: Outcome, found: readonly Diagnostic[]): Outcome =>
  found.length === 0
    ? outcome
    : copyOutcome(outcome, {
        diagnostics: { value: Object.freeze([...found, ...outcome.diagnostics]), enumerable: true },
      });

/** A frozen copy of an outcome with some properties changed. Keeps what JSON and loops do not see. */
export function copyOutcome<Copied extends Outcome>(
  outcome: Copied,
  changed: PropertyDescriptorMap,
): Copied {
  const copy: Copied = Object.freeze(
    Object.defineProperties({} as Copied, {
      ...Object.getOwnPropertyDescriptors(outcome),
      ...changed,
      toJSON: { value: () => redact(copy) },
    }),
  );
  return copy;
}
