import type { Call } from '../record/call.ts';
import type { Execution, Outcome } from '../folds/outcome.ts';
import { redact } from '../folds/redact.ts';
import { formatCall, formatValue } from './format-call.ts';

/** What a piece of the text means, for whoever colours it. */
export type TextRole = 'bad' | 'call' | 'faint' | 'good' | 'title' | 'warning';

/** How an outcome is put into text. */
export interface FormatOutcomeOptions {
  /** Wraps a piece of text, to colour it for a terminal; by default it stays as it is. */
  readonly paint?: ((role: TextRole, text: string) => string) | undefined;
}

type Paint = NonNullable<FormatOutcomeOptions['paint']>;
type Lines = readonly string[];

/** An outcome to be read by a person: verdict, Actions and their calls, user, diagnostics. Secrets are redacted. */
export function formatOutcome(
  outcome: Outcome,
  { paint = (_, text) => text }: FormatOutcomeOptions = {},
): string {
  const plain = redact(outcome);
  return [
    ...formatVerdict(plain, paint),
    ...formatActions(plain, paint),
    ...formatUser(plain, paint),
    ...formatDiagnostics(plain, paint),
  ].join('\n');
}

function formatVerdict(outcome: Outcome, paint: Paint): Lines {
  switch (outcome.status) {
    case 'allowed':
      return [paint('good', 'ALLOWED')];
    case 'denied': {
      const { action, reason, userMessage } = outcome.refusal;
      return [
        `${paint('bad', 'DENIED')} by ${action}`,
        ...toTable({ 'for the log': reason, 'for the person': userMessage }),
      ];
    }
    case 'invalid': {
      const { action, errorCode, errorMessage } = outcome.refusal;
      return [
        `${paint('bad', 'INVALID')} by ${action}`,
        ...toTable({ 'for the log': errorCode, 'for the person': errorMessage }),
      ];
    }
    case 'failed': {
      const { action, class: kind, error } = outcome.failure;
      return [
        `${paint('bad', 'FAILED')}${action === undefined ? '' : ` in ${action}`} (${kind})`,
        ...`${error.name}: ${error.message}`.split('\n').map((line) => `  ${line}`),
      ];
    }
  }
}

function formatActions(outcome: Outcome, paint: Paint): Lines {
  if (outcome.executions.length === 0) return [];
  return [
    paint('title', 'Actions'),
    ...outcome.executions.flatMap((execution) => formatExecution(execution, outcome, paint)),
  ];
}

function formatExecution(
  execution: Execution,
  { calls, refusals, executions }: Outcome,
  paint: Paint,
): Lines {
  const { action, durationMs } = execution;
  const width = Math.max(...executions.map(({ action: name }) => name.length));
  const refused = refusals.some((refusal) => refusal.action === action);
  const verb = execution.status === 'completed' && refused ? 'refused' : execution.status;
  const line = `${marks[verb]} ${action.padEnd(width)}  ${verb}`;
  if (verb === 'skipped') return [`  ${paint('faint', line)}`];
  const own = calls.filter((call) => call.action === action);
  return [
    `  ${paint(verb === 'completed' ? 'good' : 'bad', marks[verb])}${line.slice(1)}${paint('faint', `, ${formatDuration(durationMs)}`)}`,
    ...own.map((call) => `      ${paint('call', formatCall(call))}${formatResult(call)}`),
  ];
}

const marks = { completed: '✓', refused: '✗', failed: '✗', skipped: '·' } as const;

/** What an author cannot read off the call itself: what the cache answered, and what threw. */
function formatResult(call: Call): string {
  if (call.error) return ` threw ${call.error.name}`;
  return `${formatAnswer(call)}${call.late ? ' (late)' : ''}`;
}

function formatAnswer(call: Call): string {
  if (call.method === 'cache.get')
    return ` → ${call.result ? formatValue(call.result.value) : 'nothing'}`;
  if (call.method !== 'cache.set' && call.method !== 'cache.delete') return '';
  return call.result.type === 'error' ? ` → ${call.result.code}` : '';
}

const formatDuration = (ms: number): string => `${Number(ms.toFixed(ms < 10 ? 1 : 0))} ms`;

function formatUser(outcome: Outcome, paint: Paint): Lines {
  if (outcome.status !== 'allowed') return [`${paint('title', 'User')} not created`];
  return [`${paint('title', 'User')} as created`, ...toTable({ ...outcome.user })];
}

function formatDiagnostics({ diagnostics }: Outcome, paint: Paint): Lines {
  if (diagnostics.length === 0) return [];
  return [
    paint('title', 'Diagnostics'),
    ...diagnostics.map(
      ({ code, action, message }) =>
        `  ${paint('warning', `! ${code}`)}${action === undefined ? '' : ` in ${action}`}: ${message}`,
    ),
  ];
}

/** Names and values in two columns; values as source, so that no text can pass for something else. */
function toTable(values: Readonly<Record<string, unknown>>): Lines {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `  ${name.padEnd(width)}  ${formatValue(value)}`);
}
