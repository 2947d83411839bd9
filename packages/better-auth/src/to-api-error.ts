import {
  toSignupResponse,
  type Outcome,
  type SignupResponseOptions,
} from '@signup-actions/runtime-core';
import { APIError } from 'better-auth/api';

/** The `code` of Better Auth's errors for a signup that was not allowed. */
export const errorCodes = {
  denied: 'SIGNUP_DENIED',
  invalid: 'SIGNUP_INVALID',
  failed: 'SIGNUP_FAILED',
} as const;

const statuses = { 400: 'BAD_REQUEST', 403: 'FORBIDDEN' } as const;

/**
 * The error for a signup that was not allowed: with the message for the user, never the reason. Better Auth replaces the
 * status 403 by a response that looks like success where it does not tell who is registered; `hidesUsers` says so, and
 * a denial is then 400.
 */
export function toApiError(
  outcome: Exclude<Outcome, { readonly status: 'allowed' }>,
  include: SignupResponseOptions['include'],
  hidesUsers: boolean,
): APIError {
  const status = hidesUsers ? { denied: 400 } : {};
  const response = toSignupResponse(outcome, { include, status });
  const name = statuses[response.status as keyof typeof statuses] ?? 'INTERNAL_SERVER_ERROR';
  return new APIError(name, { code: errorCodes[outcome.status], ...response.body });
}
