import type { Diagnostic } from '../outcome/diagnostics.ts';
import type { Execution, Outcome } from '../outcome/outcome.ts';
import { redact } from '../outcome/redact.ts';
import { formatExecutions } from './format-executions.ts';
import { formatTable } from './format-table.ts';
import { formatVerdict } from './format-verdict.ts';
import { listExplanations } from './list-explanations.ts';
import type { Lines, Paint } from './paint.ts';

/** How an outcome is put into text. */
export interface FormatOutcomeOptions {
  /** Colours the pieces of the text; by default they stay as they are. */
  readonly paint?: Paint | undefined;
  /** Lines of the host's own to stand below the verdict. */
  readonly belowVerdict?: Lines | undefined;
  /** Lines of the host's own to stand below an Action and its calls. */
  readonly belowExecution?: ((execution: Execution) => Lines) | undefined;
  /** Lines of the host's own to stand below a diagnostic. */
  readonly belowDiagnostic?: ((diagnostic: Diagnostic) => Lines) | undefined;
  /** Lines of the host's own in place of the user who is created. */
  readonly user?: Lines | undefined;
}

type BelowDiagnostic = NonNullable<FormatOutcomeOptions['belowDiagnostic']>;

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
  {
    paint = (_, text) => text,
    belowVerdict = [],
    belowExecution = () => [],
    belowDiagnostic = () => [],
    user,
  }: FormatOutcomeOptions = {},
): string {
  const plain = redact(outcome);
  return [
    ...formatVerdict(plain, paint),
    ...belowVerdict,
    ...formatExecutions(plain, paint, belowExecution),
    ...formatUser(plain, paint, user),
    ...formatDiagnostics(plain, paint, belowDiagnostic),
  ].join('\n');
}

function formatUser(outcome: Outcome, paint: Paint, user?: Lines): Lines {
  if (outcome.status !== 'allowed') return [`${paint('title', 'User')} not created`];
  return [`${paint('title', 'User')} as created`, ...(user ?? formatTable({ ...outcome.user }))];
}

function formatDiagnostics(
  { diagnostics }: Outcome,
  paint: Paint,
  belowDiagnostic: BelowDiagnostic,
): Lines {
  if (diagnostics.length === 0) return [];
  const lines = diagnostics.flatMap((diagnostic) => {
    const { code, action, message } = diagnostic;
    const where = action === undefined ? '' : ` in ${action}`;
    return [
      `  ${paint('warning', `! ${code}`)}${where}: ${message}`,
      ...belowDiagnostic(diagnostic),
    ];
  });
  const addresses = listExplanations(diagnostics.map(({ code }) => code));
  return [
    paint('title', 'Diagnostics'),
    ...lines,
    ...addresses.map((address) => `  ${paint('faint', address)}`),
  ];
}
