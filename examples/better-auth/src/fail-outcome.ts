import { toOutcome, type Outcome } from '@signup-actions/runtime-core';

/** The outcome if the process of the Actions fails. No Action caused it, and the signup is refused (F13). */
export function failOutcome(why: string): Outcome {
  const message = `The process that runs the Actions failed: ${why}.`;
  return toOutcome({
    signup: undefined,
    calls: [],
    executions: [],
    failure: { kind: 'platform_error', error: { name: 'Error', message } },
    secrets: [],
  });
}
