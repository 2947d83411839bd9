import type { AllowedOutcome } from '@signup-actions/runtime-core';

/** What an outcome adds to the user that Better Auth stores. */
export interface StoredUser {
  /** The id that an Action has chosen. */
  readonly id?: string;
  readonly userMetadata: unknown;
  readonly appMetadata: unknown;
}

/** Returns what an allowed signup stores beside Better Auth's own fields (M2, U1). */
export function toStoredUser({ user }: AllowedOutcome): StoredUser {
  const { user_id, user_metadata, app_metadata } = user;
  return {
    // Better Auth has no prefix for the kind of a connection.
    ...(user_id !== undefined && { id: user_id.replace(/^auth0\|/, '') }),
    userMetadata: user_metadata ?? {},
    appMetadata: app_metadata ?? {},
  };
}
