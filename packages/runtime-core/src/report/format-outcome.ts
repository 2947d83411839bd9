import type { Outcome } from '../folds/outcome.ts';
import { redact } from '../folds/redact.ts';
import { formatExecutions } from './format-executions.ts';
import { formatTable } from './format-table.ts';
import { formatVerdict } from './format-verdict.ts';
import type { Lines, Paint } from './paint.ts';

/** How an outcome is put into text. */
export interface FormatOutcomeOptions {
  /** Colours the pieces of the text; by default they stay as they are. */
  readonly paint?: Paint | undefined;
}

/**
 * An outcome to be read by a person: verdict, Actions and their calls, user, diagnostics. Secrets are
 * redacted.
 *
 * @example
 * ```ts
 * console.log(formatOutcome(outcome));
 * ```
 */
export function formatOutcome(
  outcome: Outcome,
  { paint = (_, text) => text }: FormatOutcomeOptions = {},
): string {
  const plain = redact(outcome);
  return [
    ...formatVerdict(plain, paint),
    ...formatExecutions(plain, paint),
    ...formatUser(plain, paint),
    ...formatDiagnostics(plain, paint),
  ].join('\n');
}

function formatUser(outcome: Outcome, paint: Paint): Lines {
  if (outcome.status !== 'allowed') return [`${paint('title', 'User')} not created`];
  return [`${paint('title', 'User')} as created`, ...formatTable({ ...outcome.user })];
}

function formatDiagnostics({ diagnostics }: Outcome, paint: Paint): Lines {
  if (diagnostics.length === 0) return [];
  const lines = diagnostics.map(({ code, action, message }) => {
    const where = action === undefined ? '' : ` in ${action}`;
    return `  ${paint('warning', `! ${code}`)}${where}: ${message}`;
  });
  return [paint('title', 'Diagnostics'), ...lines];
}
