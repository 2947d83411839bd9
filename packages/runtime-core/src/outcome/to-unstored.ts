import type { ErrorRecord } from '../errors.ts';
import type { AllowedOutcome, FailedOutcome } from './outcome.ts';
import { hideSecrets, secretsOf } from './redact.ts';

/**
 * Makes an allowed outcome a failure that no Action caused: its host could not store what the Actions set. It hides the same
 * secrets.
 *
 * @internal
 */
export function toUnstored(outcome: AllowedOutcome, error: ErrorRecord): FailedOutcome {
  const { user: _, ...details } = outcome;
  const failure = Object.freeze({ kind: 'platform_error' as const, error: Object.freeze(error) });
  const failed: FailedOutcome = { ...details, status: 'failed', failure };
  return Object.freeze(hideSecrets(failed, secretsOf(outcome)));
}
