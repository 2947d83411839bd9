import {
  toSignupResponse,
  type Outcome,
  type SignupResponseOptions,
} from '@signup-actions/runtime-core';
import { APIError } from 'better-auth/api';

/** What Better Auth stores beside its own fields. */
export interface StoredUser {
  /** The id that an Action has chosen. */
  readonly id?: string;
  readonly userMetadata: unknown;
  readonly appMetadata: unknown;
}

/** Every status that Better Auth has to throw for, by its name there. */
const statusNames = { 400: 'BAD_REQUEST', 403: 'FORBIDDEN', 500: 'INTERNAL_SERVER_ERROR' } as const;

/** What an outcome adds to the user. Throws for a user who is refused: with the message for the user, never the reason. */
export function toStoredUser(outcome: Outcome, options?: SignupResponseOptions): StoredUser {
  if (outcome.status !== 'allowed') {
    const { status, body } = toSignupResponse(outcome, options);
    throw new APIError(statusNames[status as keyof typeof statusNames], body);
  }
  const { user_id, user_metadata, app_metadata } = outcome.user;
  return {
    // Better Auth has no prefix for the kind of a connection.
    ...(user_id !== undefined && { id: user_id.replace(/^auth0\|/, '') }),
    userMetadata: user_metadata ?? {},
    appMetadata: app_metadata ?? {},
  };
}
