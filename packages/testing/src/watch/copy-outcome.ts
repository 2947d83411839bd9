import type { Outcome } from '@signup-actions/runtime-core';
import { redact } from '@signup-actions/runtime-core/internal';

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
