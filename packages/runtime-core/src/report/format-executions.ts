import type { Call } from '../calls/call.ts';
import type { Execution, Outcome } from '../outcome/outcome.ts';
import { escapeControls } from '../text/controls.ts';
import { formatValue } from '../text/format-call.ts';
import type { Lines, Paint } from './paint.ts';

interface FormatExecutionsOptions {
  /** Lines to insert below an Action and its calls. */
  readonly below: (execution: Execution) => Lines;
  /** A call as source code. */
  readonly toSource: (call: Call) => string;
  /** How many columns a string takes. */
  readonly widthOf: (text: string) => number;
  /** Whether to show how long each Action took. */
  readonly durations: boolean;
}

/** The Actions in order: how each ended, and its calls. */
export function formatExecutions(
  outcome: Outcome,
  paint: Paint,
  { below, toSource, widthOf, durations }: FormatExecutionsOptions,
): Lines {
  const { executions } = outcome;
  if (executions.length === 0) return [];
  const widths = executions.map(({ action }) => widthOf(escapeControls(action)));
  const width = widths.reduce((most, one) => Math.max(most, one), 0);
  const lines = executions.flatMap((execution, index) => [
    `  ${formatExecution(execution, width - (widths[index] as number), paint, durations)}`,
    ...formatCalls(execution, outcome, (call) => paint('call', toSource(call))),
    ...below(execution),
  ]);
  return [paint('title', 'Actions'), ...lines];
}

/** The length of the longest of these strings. A list of any length would not fit into the arguments of `Math.max`. */
export const longest = (texts: readonly string[]): number =>
  texts.reduce((width, { length }) => Math.max(width, length), 0);

const formatCalls = (
  { action }: Execution,
  { calls }: Outcome,
  toSource: (call: Call) => string,
): Lines =>
  calls
    .filter((call) => call.action === action)
    .map((call) => `      ${toSource(call)}${formatCallResult(call)}`);

/**
 * What the source of a call does not show: what the cache returned, or that the call threw or came late.
 *
 * @internal
 */
export function formatCallResult(call: Call): string {
  if (call.error) return ` threw ${escapeControls(call.error.name)}`;
  if (call.late) return ' (late)';
  if (call.method === 'cache.get')
    return ` → ${call.result ? formatValue(call.result.value) : 'nothing'}`;
  if (call.method !== 'cache.set' && call.method !== 'cache.delete') return '';
  return call.result.type === 'error' ? ` → ${call.result.code}` : '';
}

/**
 * The mark before each Action.
 *
 * @internal
 */
export const executionMarks: Readonly<Record<Execution['status'], string>> = {
  completed: '✓',
  refused: '✗',
  failed: '✗',
  skipped: '·',
};

/**
 * A duration in milliseconds, with tenths below 10 ms.
 *
 * @internal
 */
export const formatDuration = (ms: number): string => `${Number(ms.toFixed(ms < 10 ? 1 : 0))} ms`;

function formatExecution(
  { action, status, durationMs }: Execution,
  padding: number,
  paint: Paint,
  durations: boolean,
): string {
  const mark = executionMarks[status];
  const text = `${escapeControls(action)}${' '.repeat(padding)}  ${status}`;
  if (status === 'skipped') return paint('faint', `${mark} ${text}`);
  const duration = durations ? `, ${formatDuration(durationMs)}` : '';
  return `${paint(status === 'completed' ? 'good' : 'bad', mark)} ${text}${paint('faint', duration)}`;
}
