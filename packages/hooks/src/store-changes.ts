import type { Changes, Outcome, SignupEvent } from '@signup-actions/runtime-core';
import { toErrorRecord, toUnstored } from '@signup-actions/runtime-core/internal';

/** A user whom the platform has not created yet. */
export interface PendingUser {
  /** Name of the platform. */
  readonly platform: string;
  /** What the platform will know the user by: Supabase's user id, WorkOS's email address, Cognito's user name. */
  readonly key: string;
  /** The signup, as Actions received it. */
  readonly event: SignupEvent;
}

/**
 * Where to store what a hook cannot tell its platform. Each function is called before the user is let in. If it throws
 * or rejects, the signup fails. The platform may still not create the user, and may ask again: store by `user.key`, and
 * replace what is there.
 */
export interface HookStores {
  /** Stores the changes of app metadata; `null` removes a property (M4). */
  readonly appMetadata?: (changes: Changes['appMetadata'], user: PendingUser) => unknown;
  /** Stores the changes of user metadata; `null` removes a property (M4). */
  readonly userMetadata?: (changes: Changes['userMetadata'], user: PendingUser) => unknown;
  /** Stores the user id, without a prefix (U1). */
  readonly userId?: (userId: string, user: PendingUser) => unknown;
}

/**
 * Stores what an allowed outcome changes. What has no place makes the outcome a failure: to let the user in without it
 * would be a decision that no Action made. That holds for passwordless users too, whose metadata Auth0 ignores (M10): a hook
 * does not always know whether a user has a password.
 */
export async function storeChanges(
  outcome: Outcome,
  stores: HookStores,
  user: PendingUser,
): Promise<Outcome> {
  if (outcome.status !== 'allowed') return outcome;
  const { appMetadata, userMetadata, userId } = outcome.changes;
  const missing = [
    ...(stores.userMetadata
      ? []
      : Object.keys(userMetadata).map((key) => `user metadata "${key}"`)),
    ...(stores.appMetadata ? [] : Object.keys(appMetadata).map((key) => `app metadata "${key}"`)),
    ...(stores.userId || userId === undefined ? [] : ['a user id']),
  ];
  if (missing.length > 0) {
    const message = `Failed to let the user in: an Action set ${missing.join(', ')}, but the hook of ${user.platform} cannot store it.\nGive the handler a function for it in \`store\`, or remove the call from the Action.`;
    return toUnstored(outcome, { name: 'InexpressibleError', message });
  }
  try {
    if (hasKeys(appMetadata)) await stores.appMetadata?.(appMetadata, user);
    if (hasKeys(userMetadata)) await stores.userMetadata?.(userMetadata, user);
    if (userId !== undefined) await stores.userId?.(userId, user);
    return outcome;
  } catch (thrown) {
    return toUnstored(outcome, toErrorRecord(thrown));
  }
}

const hasKeys = (object: object): boolean => Object.keys(object).length > 0;
