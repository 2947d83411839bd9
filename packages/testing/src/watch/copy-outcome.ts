import type { Outcome } from '@signup-actions/runtime-core';
import { redact } from '@signup-actions/runtime-core/internal';

/** A frozen copy of an outcome with some properties changed. Keeps what JSON and loops do not see. */
export function copyOutcome(outcome: Outcome, changed: PropertyDescriptorMap): Outcome {
  const copy: Outcome = Object.freeze(
    Object.defineProperties({} as Outcome, {
      ...Object.getOwnPropertyDescriptors(outcome),
      ...changed,
      toJSON: { value: () => redact(copy) },
    }),
  );
  return copy;
}
