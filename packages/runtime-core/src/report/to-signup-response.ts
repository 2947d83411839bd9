import type { Outcome } from '../outcome/outcome.ts';
import { searchOf } from '../outcome/redact.ts';

/** An HTTP response to a signup. */
export interface SignupResponse {
  /** HTTP status. */
  readonly status: number;
  /** To be sent as JSON. */
  readonly body: Readonly<Record<string, string | number>>;
}

/** What a host shows to its clients. */
export interface SignupResponseOptions {
  /** HTTP statuses instead of 200 (allowed), 403 (denied), 400 (invalid) and 500 (failed). */
  readonly status?: Partial<Record<Outcome['status'], number>> | undefined;
  /** What else the body contains; by default neither the `reason` of a denial nor the `code` of a validation error. */
  readonly include?: readonly ('code' | 'reason')[] | undefined;
}

/**
 * Returns the HTTP response to a signup. It contains the message for the user, and the strings for the log only if
 * `include` names them. The response to a failure does not mention the cause. The values of secrets are redacted.
 *
 * @example
 * ```ts
 * const { status, body } = toSignupResponse(outcome);
 * ```
 */
export function toSignupResponse(
  outcome: Outcome,
  options: SignupResponseOptions = {},
): SignupResponse {
  const { include = [] } = options;
  const status = options.status?.[outcome.status] ?? defaultStatuses[outcome.status];
  const { redact } = searchOf(outcome);
  switch (outcome.status) {
    case 'allowed':
      return { status, body: {} };
    case 'denied': {
      const { reason, userMessage } = outcome.refusal;
      const message = redact(userMessage) || genericMessages.refused;
      const included = include.includes('reason') && { reason: redact(reason) };
      return { status, body: { message, ...included } };
    }
    case 'invalid': {
      const { errorCode, errorMessage } = outcome.refusal;
      const message = redact(errorMessage) || genericMessages.refused;
      const included = include.includes('code') && { code: redact(errorCode) };
      return { status, body: { message, ...included } };
    }
    case 'failed':
      return { status, body: { message: genericMessages.failed } };
  }
}

const defaultStatuses = { allowed: 200, denied: 403, invalid: 400, failed: 500 } as const;

/** Used if an Action has no message for the user (R3), or if the flow failed. */
const genericMessages = {
  refused: 'This registration is not possible.',
  failed: 'Something went wrong. Please try again later.',
} as const;

/**
 * Returns the HTTP response that the platform sends. It contains the reason of a denial (R2), so send it only if your
 * clients expect the platform's format. The values of secrets are redacted.
 *
 * @example
 * ```ts
 * const { status, body } = toPlatformResponse(outcome);
 * ```
 */
export function toPlatformResponse(outcome: Outcome): SignupResponse {
  const { redact } = searchOf(outcome);
  switch (outcome.status) {
    case 'allowed':
      return { status: 200, body: {} };
    case 'denied': {
      const { reason, userMessage } = outcome.refusal;
      return toPlatformRefusal(redact(reason), redact(userMessage));
    }
    case 'invalid': {
      const { errorCode, errorMessage } = outcome.refusal;
      return toPlatformRefusal(redact(errorCode), redact(errorMessage));
    }
    case 'failed':
      return { status: 500, body: { statusCode: 500, message: genericMessages.failed } };
  }
}

const toPlatformRefusal = (reason: string, friendly: string): SignupResponse => ({
  status: 400,
  body: {
    // Clients tell a refusal from other errors by these two.
    name: 'InternalExtensibilityError',
    code: 'extensibility_error',
    statusCode: 400,
    message: reason,
    description: reason,
    friendly_message: friendly,
  },
});
