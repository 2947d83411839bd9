import type { FailedOutcome, Outcome } from '../outcome/outcome.ts';
import { searchOf } from '../outcome/redact.ts';
import { triggerName } from '../platform.ts';

/** An entry of the tenant's log, as the platform writes it. */
export type TenantLogEntry =
  | { readonly type: 'fs' | 'ss'; readonly description: string }
  | {
      readonly type: 'actions_execution_failed';
      readonly description: string;
      readonly error_class: 'action_error' | 'action_timeout';
    };

/**
 * Returns the entries of a flow in the tenant's log: `ss` for an allowed signup, otherwise `fs` with the reason, the
 * error code or the error message, and one more entry if an Action failed or timed out. The values of secrets are
 * redacted.
 *
 * @example
 * ```ts
 * for (const entry of toTenantLog(outcome)) logger.info(entry);
 * ```
 */
export function toTenantLog(outcome: Outcome): readonly TenantLogEntry[] {
  const { redact } = searchOf(outcome);
  switch (outcome.status) {
    case 'allowed':
      return [{ type: 'ss', description: `${triggerName}: admitted` }];
    case 'denied':
      return [toRefused(redact(outcome.refusal.reason))];
    case 'invalid':
      return [toRefused(redact(outcome.refusal.errorCode))];
    case 'failed':
      return [
        toRefused(redact(outcome.failure.error.message)),
        ...toExecutionFailed(outcome, redact),
      ];
  }
}

const toRefused = (why: string): TenantLogEntry => ({
  type: 'fs',
  description: `${triggerName}: ${why}`,
});

function toExecutionFailed(
  { failure }: FailedOutcome,
  redact: (text: string) => string,
): readonly TenantLogEntry[] {
  const { kind: error_class, action, error } = failure;
  if (error_class !== 'action_error' && error_class !== 'action_timeout') return [];
  const parts = [action ?? triggerName, error.name, error.message];
  const description = parts.map(redact).join(': ');
  return [{ type: 'actions_execution_failed', description, error_class }];
}
