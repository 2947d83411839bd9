import { toPlatformResponse, type Outcome } from '@signup-actions/runtime-core';
import type { StoredUser } from './users.ts';

/** A status, and a body to be sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Why a signup is refused before or after its Actions. */
export type Rejection =
  | { readonly type: 'malformed'; readonly message: string }
  | { readonly type: 'user-exists' }
  | { readonly type: 'weak-password'; readonly rules: readonly PasswordRule[] };

/** A rule for passwords, and whether a password follows it. */
export interface PasswordRule {
  readonly code: string;
  readonly message: string;
  readonly verified: boolean;
}

/** The responses of a channel. The page `docs/serve.md` says what is known of each. */
export interface Channel {
  readonly created: (user: StoredUser) => Answer;
  readonly rejected: (rejection: Rejection) => Answer;
  /** For a flow that refuses or fails. The values of secrets are redacted. */
  readonly refused: (outcome: Outcome) => Answer;
}

/** `POST /dbconnections/signup`. */
export const databaseChannel: Channel = {
  created(user) {
    const { user_id, app_metadata: _, identities: _identities, ...rest } = user;
    const { created_at: _created, updated_at: _updated, ...profile } = rest;
    return { status: 200, body: { _id: user_id.replace(/^[^|]*\|/, ''), ...profile } };
  },
  rejected(rejection) {
    switch (rejection.type) {
      case 'malformed':
        return toBadRequest('invalid_request', rejection.message);
      case 'user-exists':
        return toBadRequest('user_exists', 'The user already exists.');
      case 'weak-password': {
        const { rules } = rejection;
        return {
          status: 400,
          body: {
            name: 'PasswordStrengthError',
            code: 'invalid_password',
            message: 'Password is too weak',
            description: { rules, verified: false },
            policy: rules.map(({ message }) => `* ${message}`).join('\n'),
            statusCode: 400,
          },
        };
      }
    }
  },
  refused: toPlatformResponse,
};

const toBadRequest = (code: string, description: string): Answer => ({
  status: 400,
  body: { name: 'BadRequestError', code, message: description, description, statusCode: 400 },
});

/** The Management API. Its errors do not contain the strings of an Action. */
export const managementChannel: Channel = {
  created: (user) => ({ status: 201, body: user }),
  rejected(rejection) {
    switch (rejection.type) {
      case 'malformed':
        return toApiError(400, rejection.message, 'invalid_body');
      case 'user-exists':
        return toApiError(409, 'The user already exists.', 'auth0_idp_error');
      case 'weak-password':
        return toApiError(400, 'PasswordStrengthError: Password is too weak', 'auth0_idp_error');
    }
  },
  // With 500, the vendor's client would repeat the signup.
  refused: () => toApiError(400, 'Sandbox error', 'auth0_idp_error'),
};

const errorNames: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
};

/** An error of the Management API. */
export const toApiError = (statusCode: number, message: string, errorCode: string): Answer => ({
  status: statusCode,
  body: { statusCode, error: errorNames[statusCode], message, errorCode },
});
