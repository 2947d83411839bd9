import type { Execution, Outcome } from '../outcome/outcome.ts';
import { formatCall } from '../text/format-call.ts';
import { formatAnswer } from './format-answer.ts';
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
    `  ${formatExecution(execution, width, paint)}`,
    ...formatCalls(execution, outcome, paint),
    ...below(execution),
  ]);
  return [paint('title', 'Actions'), ...lines];
}

const formatCalls = ({ action }: Execution, { calls }: Outcome, paint: Paint): Lines =>
  calls
    .filter((call) => call.action === action)
    .map((call) => `      ${paint('call', formatCall(call))}${formatAnswer(call)}`);

/** The mark before each Action. */
export const executionMarks: Readonly<Record<Execution['status'], string>> = {
  completed: '✓',
  refused: '✗',
  failed: '✗',
  skipped: '·',
};

/** A duration in milliseconds; tenths only below 10 ms. */
export const formatDuration = (ms: number): string => `${Number(ms.toFixed(ms < 10 ? 1 : 0))} ms`;

function formatExecution(
  { action, status, durationMs }: Execution,
  width: number,
  paint: Paint,
): string {
  const mark = executionMarks[status];
  const text = `${action.padEnd(width)}  ${status}`;
  if (status === 'skipped') return paint('faint', `${mark} ${text}`);
  const duration = `, ${formatDuration(durationMs)}`;
  return `${paint(status === 'completed' ? 'good' : 'bad', mark)} ${text}${paint('faint', duration)}`;
}
