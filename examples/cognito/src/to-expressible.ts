import type { Outcome } from '@signup-actions/runtime-core';

/**
 * Returns the outcome if a pre sign-up trigger can apply it. The trigger cannot store anything, so an allowed outcome
 * with metadata or a user id becomes a failure: allowing the user without them would be a decision that no Action
 * made.
 */
export function toExpressible(outcome: Outcome): Outcome {
  if (outcome.status !== 'allowed') return outcome;
  const { userMetadata, appMetadata, userId } = outcome.changes;
  const asked = [
    ...Object.keys(userMetadata).map((key) => `user metadata "${key}"`),
    ...Object.keys(appMetadata).map((key) => `app metadata "${key}"`),
    ...(userId === undefined ? [] : ['a user id']),
  ];
  if (asked.length === 0) return outcome;
  const { user: _, ...details } = outcome;
  const message = `Failed to let a user in: the Actions set ${asked.join(', ')}, and a pre sign-up trigger stores nothing. Take that out of the flow, or store it in a post confirmation trigger.`;
  const error = { name: 'InexpressibleError', message };
  return { ...details, status: 'failed', failure: { kind: 'platform_error', error } };
}
