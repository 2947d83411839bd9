import type { Call, Refusal } from '../calls/call.ts';
import type { ErrorRecord } from '../errors.ts';
import type { Diagnostic } from '../outcome/diagnostics.ts';
import type { Execution, Outcome } from '../outcome/outcome.ts';
import { redactForReader } from '../outcome/redact.ts';
import { escapeControls } from '../text/controls.ts';
import { formatCall, formatValue } from '../text/format-call.ts';
import { formatExecutions, longest } from './format-executions.ts';
import type { Lines, Paint } from './paint.ts';

/**
 * Formats an outcome for a reader: the verdict, the Actions and their calls, the user, and the diagnostics. The
 * values of secrets are redacted.
 *
 * @example
 * ```ts
 * console.log(formatOutcome(outcome));
 * ```
 */
export function formatOutcome(outcome: Outcome): string {
  return formatOutcomeWith(outcome, {});
}

/**
 * Colours for {@link formatOutcomeWith}, and lines to insert.
 *
 * @internal
 */
export interface FormatOutcomeOptions {
  /** Colours the pieces of the output; by default they are not coloured. */
  readonly paint?: Paint | undefined;
  /** Lines to insert below the verdict. */
  readonly belowVerdict?: Lines | undefined;
  /** Lines to insert below an Action and its calls. */
  readonly belowExecution?: ((execution: Execution) => Lines) | undefined;
  /** Lines to insert below a diagnostic. */
  readonly belowDiagnostic?: BelowDiagnostic | undefined;
  /** A call as source code; by default as it is recorded. */
  readonly toSource?: ((call: Call) => string) | undefined;
  /** How many columns a string takes; by default its length. */
  readonly widthOf?: ((text: string) => number) | undefined;
  /** Whether to show how long each Action took; by default it is shown. */
  readonly durations?: boolean | undefined;
  /** Lines to show instead of the fields of the user. */
  readonly user?: Lines | undefined;
}

type BelowDiagnostic = (diagnostic: Diagnostic) => Lines;

/**
 * Formats an outcome as `formatOutcome` does, with colours and more lines.
 *
 * @internal
 */
export function formatOutcomeWith(
  outcome: Outcome,
  {
    paint = (_, text) => text,
    belowVerdict = [],
    belowExecution = () => [],
    belowDiagnostic = () => [],
    toSource = formatCall,
    widthOf = ({ length }) => length,
    durations = true,
    user,
  }: FormatOutcomeOptions,
): string {
  const plain = redactForReader(outcome);
  return [
    ...formatVerdict(plain, paint),
    ...belowVerdict,
    ...formatExecutions(plain, paint, { below: belowExecution, toSource, widthOf, durations }),
    ...formatUser(plain, paint, user),
    ...formatDiagnostics(plain, paint, belowDiagnostic),
  ].join('\n');
}

/** The verdict on the registration, who decided, and the strings of the refusal or the error. */
function formatVerdict(outcome: Outcome, paint: Paint): Lines {
  switch (outcome.status) {
    case 'allowed':
      return [paint('good', 'ALLOWED')];
    case 'denied':
    case 'invalid': {
      const { refusal, status } = outcome;
      const by = escapeControls(refusal.action);
      const verdict = `${paint('bad', status.toUpperCase())} by ${by}`;
      return [verdict, ...formatTable(labelRefusal(refusal))];
    }
    case 'failed': {
      const { action, kind, error } = outcome.failure;
      return [
        `${paint('bad', 'FAILED')}${formatWhere(action)} (${kind})`,
        ...formatError(error, '  ', ''),
      ];
    }
  }
}

/** An error and, below it, what caused it. */
function formatError(error: ErrorRecord, indent: string, prefix: string): Lines {
  const { name, message, code, causes = [] } = error;
  const what = message === '' && code !== undefined ? code : message;
  const lines = `${prefix}${name}: ${what}`.split('\n');
  return [
    ...lines.map((line) => `${indent}${escapeControls(line)}`),
    ...causes.flatMap((cause) => formatError(cause, `${indent}  `, 'caused by ')),
  ];
}

const formatWhere = (action: string | undefined): string =>
  action === undefined ? '' : ` in ${escapeControls(action)}`;

/**
 * The two strings of a refusal, each labelled with its readers.
 *
 * @internal
 */
export function labelRefusal(refusal: Refusal): Readonly<Record<string, string>> {
  const [log, user] =
    refusal.status === 'denied'
      ? [refusal.reason, refusal.userMessage]
      : [refusal.errorCode, refusal.errorMessage];
  return { 'for the log': log, 'for the user': user };
}

/** Names and values in two columns. Values are source code, so that a string cannot look like anything else. */
function formatTable(values: Readonly<Record<string, unknown>>): Lines {
  const entries = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [escapeControls(name), value] as const);
  const width = longest(entries.map(([name]) => name));
  return entries.map(([name, value]) => `  ${name.padEnd(width)}  ${formatValue(value)}`);
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
    return [
      `  ${paint('warning', `! ${code}`)}${formatWhere(action)}: ${escapeControls(message)}`,
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

const explanations = 'https://signup-actions.github.io/signup-actions/diagnostics';

/**
 * The addresses of the pages that explain these codes, each only once.
 *
 * @internal
 */
export const listExplanations = (codes: readonly string[]): Lines =>
  [...new Set(codes)].map((code) => `${explanations}#${code}`);
