import type { FailedOutcome, Outcome } from '../outcome/outcome.ts';
import { redact } from '../outcome/redact.ts';
import { triggerName } from '../platform-names.ts';

/** A line of the tenant's log, as the platform writes it. */
export type TenantLogEntry =
  | { readonly type: 'fs' | 'ss'; readonly description: string }
  | {
      readonly type: 'actions_execution_failed';
      readonly description: string;
      readonly error_class: 'action_error' | 'action_timeout';
    };

/**
 * What the tenant's log says of a flow: `ss` for an admitted signup, `fs` with the reason or the error code
 * for any other; a failed Action adds a line of its own. Secrets are redacted.
 *
 * @example
 * ```ts
 * for (const entry of toTenantLog(outcome)) logger.info(entry);
 * ```
 */
export function toTenantLog(outcome: Outcome): readonly TenantLogEntry[] {
  const plain = redact(outcome);
  switch (plain.status) {
    case 'allowed':
      return [{ type: 'ss', description: `${triggerName}: admitted` }];
    case 'denied':
      return [toRefused(plain.refusal.reason)];
    case 'invalid':
      return [toRefused(plain.refusal.errorCode)];
    case 'failed':
      return [toRefused(plain.failure.error.message), ...toExecutionFailed(plain)];
  }
}

const toRefused = (why: string): TenantLogEntry => ({
  type: 'fs',
  description: `${triggerName}: ${why}`,
});

function toExecutionFailed({ failure }: FailedOutcome): readonly TenantLogEntry[] {
  const { kind: error_class, action, error } = failure;
  if (error_class !== 'action_error' && error_class !== 'action_timeout') return [];
  const description = `${action ?? triggerName}: ${error.name}: ${error.message}`;
  return [{ type: 'actions_execution_failed', description, error_class }];
}
