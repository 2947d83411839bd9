import type { Outcome } from '../folds/outcome.ts';
import type { Refusal } from '../folds/refusals.ts';
import { toPlatformResponse } from './to-platform-response.ts';
import { genericMessages, type SignupResponse } from './signup-response.ts';

/** What a host wants its clients to see. */
export interface SignupResponseOptions {
  /** HTTP statuses in place of 200, 403, 400 and 500. */
  readonly status?: Partial<Record<Outcome['status'], number>> | undefined;
  /** Whether clients see the reason of a denial, which is meant for the log; by default they do not. */
  readonly reason?: boolean | undefined;
  /** Whether clients see the code of a validation error; by default they do not. */
  readonly code?: boolean | undefined;
  /** `'platform'` answers as the platform does, reason included (R2); by default `'host'`. */
  readonly as?: 'host' | 'platform' | undefined;
}

/**
 * What to answer over HTTP: the message for the person, and nothing that is meant for the log unless it is
 * asked for. A failure says nothing of its cause.
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
  if (options.as === 'platform') return toPlatformResponse(outcome);
  const status = { ...hostStatuses, ...options.status }[outcome.status];
  switch (outcome.status) {
    case 'allowed':
      return { status, body: {} };
    case 'denied': {
      const { reason } = outcome.refusal;
      return {
        status,
        body: { message: toMessage(outcome.refusal), ...(options.reason && { reason }) },
      };
    }
    case 'invalid': {
      const code = outcome.refusal.errorCode;
      return {
        status,
        body: { message: toMessage(outcome.refusal), ...(options.code && { code }) },
      };
    }
    case 'failed':
      return { status, body: { message: genericMessages.failed } };
  }
}

const hostStatuses = { allowed: 200, denied: 403, invalid: 400, failed: 500 } as const;

const toMessage = (refusal: Refusal): string =>
  (refusal.type === 'deny' ? refusal.userMessage : refusal.errorMessage) || genericMessages.refused;
