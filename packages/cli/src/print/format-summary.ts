import {
  escapeControls,
  formatValue,
  redact,
  type Lines,
  type Outcome,
} from '@signup-actions/runtime-core/internal';
import type { ReportEntry } from './report-entry.ts';
import { columnsOf, padColumns } from './columns.ts';
import { formatUserName, isTooLate } from './format-run.ts';
import type { Paint } from './paint.ts';

/** With more signups than these, only those that are not allowed have a line. */
const maxRows = 50;

/** A line for each signup of a batch, and how many had which outcome. */
export function formatSummary(entries: readonly ReportEntry[], paint: Paint): string {
  const listed = entries.length > maxRows ? entries.filter(isBad) : entries;
  return [
    ...(listed.length > 0 ? [paint('title', 'Summary')] : []),
    ...formatRows(listed, paint),
    paint('title', formatCounts(entries)),
  ].join('\n');
}

/** A line for each of these signups. */
export function formatRows(entries: readonly ReportEntry[], paint: Paint): Lines {
  const rows = entries.map(toRow);
  const widths = [0, 1, 2].map((column) =>
    rows.reduce((width, row) => Math.max(width, columnsOf(row[column] ?? '')), 0),
  );
  return rows.map(([user, label, verdict, why], index) => {
    const entry = entries[index];
    const role = entry && isBad(entry) ? 'bad' : 'good';
    const [first = '', second = '', third = ''] = [user, label, verdict].map((text, column) =>
      padColumns(text, widths[column] ?? 0),
    );
    return `  ${first}  ${paint('faint', second)}  ${paint(role, third)}  ${why}`.trimEnd();
  });
}

/** Whether a signup is refused, even if too late, or failed. */
export const isBad = ({ run }: ReportEntry): boolean =>
  run.outcome.status !== 'allowed' || isTooLate(run);

type Row = readonly [user: string, label: string, verdict: string, why: string];

const toRow = ({ signup: { event, label }, run }: ReportEntry): Row => [
  formatUserName(event),
  escapeControls(label),
  run.outcome.status.toUpperCase(),
  isTooLate(run)
    ? `${escapeControls(run.lateRefusal ?? '')}: refused too late`
    : toReason(redact(run.outcome)),
];

function toReason(outcome: Outcome): string {
  switch (outcome.status) {
    case 'allowed':
      return '';
    case 'denied':
      return `${escapeControls(outcome.refusal.action)}: ${formatValue(outcome.refusal.reason)}`;
    case 'invalid':
      return `${escapeControls(outcome.refusal.action)}: ${formatValue(outcome.refusal.errorCode)}`;
    case 'failed': {
      const { action, error } = outcome.failure;
      const [message = ''] = error.message.split('\n');
      return `${action === undefined ? '' : `${escapeControls(action)}: `}${escapeControls(message)}`;
    }
  }
}

const statuses = ['allowed', 'denied', 'invalid', 'failed'] as const satisfies Outcome['status'][];

function formatCounts(entries: readonly ReportEntry[]): string {
  const counts = statuses
    .map((status) => ({
      status,
      count: entries.filter(({ run }) => run.outcome.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`);
  return `${entries.length} signups: ${counts.join(', ')}`;
}
