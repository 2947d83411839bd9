import type { Outcome } from '@signup-actions/runtime-core';
import type { StoredUser } from '../users.ts';

/** A status, and a body to be sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A body that the platform rejects, because of one field if it is known which. */
export interface MalformedBody {
  readonly type: 'malformed';
  readonly message: string;
  readonly field?: string | undefined;
}

/** Why a signup is refused before or after its Actions. */
export type Rejection =
  | MalformedBody
  | { readonly type: 'user-exists' }
  | { readonly type: 'weak-password'; readonly rules: readonly PasswordRule[] };

/** A rule for passwords, and whether a password follows it. */
export interface PasswordRule {
  readonly code: string;
  readonly message: string;
  readonly verified: boolean;
}

/** How a way of signing up responds. The page `docs/serve.md` says what is known of each. */
export interface Channel {
  readonly name: string;
  readonly created: (user: StoredUser) => Answer;
  /** For a user who exists already; absent if that is a rejection. */
  readonly known?: (user: StoredUser) => Answer;
  readonly rejected: (rejection: Rejection) => Answer;
  /** For a flow that refuses or fails. The values of secrets are redacted. */
  readonly refused: (outcome: Outcome) => Answer;
  /** How `refused` is known, by the status of the outcome. */
  readonly grades: Readonly<Record<Exclude<Outcome['status'], 'allowed'>, Grade>>;
}

/** How a response is known. */
export type Grade = 'documentation' | 'observed' | 'our choice';

/** One sentence for a rejection, without its code. */
export function explainRejection(rejection: Rejection): string {
  switch (rejection.type) {
    case 'malformed':
      return rejection.message;
    case 'user-exists':
      return 'The user already exists.';
    case 'weak-password':
      return 'Password is too weak';
  }
}

/** The identifier of a user without the strategy of the connection. */
export const toBareId = (userId: string): string => userId.replace(/^[^|]*\|/, '');
