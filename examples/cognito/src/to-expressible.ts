import type { Outcome } from '@signup-actions/runtime-core';

/**
 * The outcome, where a pre sign-up trigger can do what it says. It can store nothing: an admission that
 * asks for metadata or a user id is a failure, since letting the user in without them would be a decision
 * that nobody has made.
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
  return { ...details, status: 'failed', failure: { class: 'platform_error', error } };
}
