import type { Execution, Outcome } from '../folds/outcome.ts';
import type { Call } from '../record/call.ts';
import { formatCall, formatValue } from '../text/format-call.ts';
import type { Lines, Paint } from './paint.ts';

/** The Actions in order: how each went, and what it called. */
export function formatExecutions(
  outcome: Outcome,
  paint: Paint,
  below: (execution: Execution) => Lines,
): Lines {
  const { executions } = outcome;
  if (executions.length === 0) return [];
  const width = Math.max(...executions.map(({ action }) => action.length));
  const lines = executions.flatMap((execution) => [
    `  ${formatExecution(execution, toVerb(execution, outcome), width, paint)}`,
    ...formatCalls(execution, outcome, paint),
    ...below(execution),
  ]);
  return [paint('title', 'Actions'), ...lines];
}

const formatCalls = ({ action }: Execution, { calls }: Outcome, paint: Paint): Lines =>
  calls
    .filter((call) => call.action === action)
    .map((call) => `      ${paint('call', formatCall(call))}${formatAnswer(call)}`);

const marks = { completed: '✓', refused: '✗', failed: '✗', skipped: '·' } as const;

const toVerb = ({ action, status }: Execution, { refusals }: Outcome): keyof typeof marks =>
  status === 'completed' && refusals.some((refusal) => refusal.action === action)
    ? 'refused'
    : status;

function formatExecution(
  { action, durationMs }: Execution,
  verb: keyof typeof marks,
  width: number,
  paint: Paint,
): string {
  const mark = marks[verb];
  const text = `${action.padEnd(width)}  ${verb}`;
  if (verb === 'skipped') return paint('faint', `${mark} ${text}`);
  const duration = `, ${Number(durationMs.toFixed(durationMs < 10 ? 1 : 0))} ms`;
  return `${paint(verb === 'completed' ? 'good' : 'bad', mark)} ${text}${paint('faint', duration)}`;
}

/** What an author cannot read off the call itself: what the cache answered, and what threw. */
function formatAnswer(call: Call): string {
  if (call.error) return ` threw ${call.error.name}`;
  if (call.late) return ' (late)';
  if (call.method === 'cache.get')
    return ` → ${call.result ? formatValue(call.result.value) : 'nothing'}`;
  if (call.method !== 'cache.set' && call.method !== 'cache.delete') return '';
  return call.result.type === 'error' ? ` → ${call.result.code}` : '';
}
